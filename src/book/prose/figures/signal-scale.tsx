import { activationOf } from "../../../core/activation/activations";
import { formatLimits } from "../../../core/float-format/float-format";
import { meanField } from "../../../core/moments/mean-field";
import { scientific } from "../../facts/format";
import { StaticFigure } from "./static-figure";

const DEPTH = 100;
const LEFT = 52;
const WIDTH = 660;
const HEIGHT = 400;
const FOOT = 34;
const TOP = 52;
const BOTTOM = -72;

const straight = (perLayer: number): readonly number[] =>
  Array.from({ length: DEPTH + 1 }, (_, layer) => layer * perLayer);

const LINES = [
  { label: "1: N(0, 1)", at: 20, below: false, anchor: "end", logs: straight(Math.log10(512) / 2) },
  {
    label: "2: N(0, 1) × 0.01",
    at: 45,
    below: true,
    anchor: "end",
    logs: straight(Math.log10(512e-4) / 2),
  },
  {
    label: "3: 1/n, no activation; 6: 2/n, ReLU",
    at: 66,
    below: false,
    anchor: "middle",
    logs: straight(0),
  },
  {
    label: "4, 5a: 1/n, tanh",
    at: 100,
    below: true,
    anchor: "end",
    logs: [
      0,
      ...meanField(activationOf("tanh"), { weightScale: 1, depth: DEPTH }).map(
        ({ second }) => Math.log10(second) / 2,
      ),
    ],
  },
  {
    label: "5b: 1/n, ReLU",
    at: 84,
    below: true,
    anchor: "end",
    logs: straight(Math.log10(0.5) / 2),
  },
] as const;

const LIMITS = [
  { label: "largest float32", log: Math.log10(formatLimits.float32.largest) },
  { label: "smallest normal float32", log: Math.log10(formatLimits.float32.smallestNormal) },
  { label: "smallest float32", log: Math.log10(formatLimits.float32.smallest) },
] as const;

const POWERS = [40, 20, 0, -20, -40, -60];
const LAYERS = [0, 25, 50, 75, 100];

const x = (layer: number): number => LEFT + (layer / DEPTH) * (WIDTH - LEFT - 16);
const y = (log: number): number => ((TOP - log) / (TOP - BOTTOM)) * (HEIGHT - FOOT);

function Axes() {
  return (
    <>
      {POWERS.map((power) => (
        <text
          key={power}
          className="prose-text-small"
          x={LEFT - 8}
          y={y(power) + 4}
          textAnchor="end"
        >
          {scientific(0)(10 ** power).replace("1·", "")}
        </text>
      ))}
      {LAYERS.map((layer) => (
        <text
          key={layer}
          className="prose-text-small"
          x={x(layer)}
          y={HEIGHT - 16}
          textAnchor="middle"
        >
          {layer === DEPTH ? `layer ${layer}` : layer}
        </text>
      ))}
    </>
  );
}

/** What theory says of the notes' experiments: log10 of the scale, layer by layer. */
export function SignalScale() {
  const caption =
    "The scale (root mean square, powers of ten) after each layer for width 512, from the formulas of this chapter. Dashed: where float32 ends.";
  return (
    <StaticFigure caption={caption}>
      <svg
        className="prose-drawing"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={caption}
      >
        <Axes />
        {LIMITS.map(({ label, log }) => (
          <g key={label}>
            <line className="prose-limit" x1={LEFT} y1={y(log)} x2={WIDTH} y2={y(log)} />
            <text className="prose-text-small" x={WIDTH - 4} y={y(log) - 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {LINES.map(({ label, logs }, line) => {
          const shown = logs
            .map((log, layer) => ({ log, layer }))
            .filter(({ log }) => log <= TOP && log >= BOTTOM);
          return (
            <polyline
              key={label}
              className={`prose-curve prose-curve-${line + 1}`}
              points={shown.map(({ log, layer }) => `${x(layer)},${y(log).toFixed(1)}`).join(" ")}
            />
          );
        })}
        {LINES.map(({ label, logs, at, below, anchor }) => (
          <text
            key={label}
            className="prose-text-small"
            x={x(at)}
            y={y(logs[at]!) + (below ? 18 : -8)}
            textAnchor={anchor}
          >
            {label}
          </text>
        ))}
      </svg>
    </StaticFigure>
  );
}
