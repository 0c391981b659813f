import { receptiveField } from "../../../core/receptive-field/receptive-field";
import { repeated } from "../../../core/receptive-field/window-step";
import { StaticFigure } from "./static-figure";

const WIDTH = 600;
const RISE = 56;

export interface ReceptiveFieldStackProps {
  layers: number;
  kernel?: number;
  /** One dilation for each layer, comma-separated; default all 1. */
  dilations?: string;
}

/** One output cell and every path from it down to the input, along one axis. */
export function ReceptiveFieldStack({ layers, kernel = 3, dilations }: ReceptiveFieldStackProps) {
  const steps =
    dilations?.split(",").map(Number) ?? repeated({ kernelSize: kernel }, layers).map(() => 1);
  const chain = steps.map((dilation) => ({ kernelSize: kernel, dilation }));
  const { size } = receptiveField(chain);
  const centre = (size - 1) / 2;
  const x = (cell: number): number => ((cell + 0.5) / size) * WIDTH;
  const y = (layer: number): number => 12 + (steps.length - layer) * RISE;
  const reached: Set<number>[] = [new Set([centre])];
  const lines: { key: string; x1: number; y1: number; x2: number; y2: number }[] = [];
  steps.toReversed().forEach((dilation, above) => {
    const layer = steps.length - above;
    const next = new Set<number>();
    for (const cell of reached.at(-1)!)
      for (let tap = 0; tap < kernel; tap++) {
        const below = cell + (tap - (kernel - 1) / 2) * dilation;
        next.add(below);
        lines.push({
          key: `${layer},${cell},${tap}`,
          x1: x(cell),
          y1: y(layer),
          x2: x(below),
          y2: y(layer - 1),
        });
      }
    reached.push(next);
  });
  const caption =
    `${steps.length} layers of ${kernel} taps` +
    (dilations ? ` with dilations ${steps.join(", ")}` : "") +
    `: the top cell sees ${size} input cells along each axis.`;
  return (
    <StaticFigure caption={caption}>
      <svg
        className="prose-drawing"
        viewBox={`0 0 ${WIDTH} ${steps.length * RISE + 24}`}
        role="img"
        aria-label={caption}
      >
        {lines.map(({ key, ...ends }) => (
          <line key={key} className="prose-path" {...ends} />
        ))}
        {reached.flatMap((seen, above) =>
          Array.from({ length: size }, (_, cell) => (
            <circle
              key={`${above},${cell}`}
              className={seen.has(cell) ? "prose-seen" : "prose-unseen"}
              cx={x(cell)}
              cy={y(steps.length - above)}
              r={seen.has(cell) ? 6 : 4}
            />
          )),
        )}
      </svg>
    </StaticFigure>
  );
}
