import { influence } from "../../../core/receptive-field/influence";
import { profileDeviation, squareHolding } from "../../../core/receptive-field/profile";
import { repeated } from "../../../core/receptive-field/window-step";
import { fixed, whole } from "../../facts/format";
import { StaticFigure } from "./static-figure";

const WIDTH = 600;
const HEIGHT = 180;

/** How much of the last pixel comes from each input cell: the bell inside the receptive field. */
export function PathBell({ layers }: { layers: number }) {
  const profile = influence(repeated({ kernelSize: 3 }, layers));
  const top = profile[(profile.length - 1) / 2]!;
  const x = (cell: number): number => ((cell + 0.5) / profile.length) * WIDTH;
  const y = (weight: number): number => HEIGHT - (weight / top) * (HEIGHT - 14);
  const side = squareHolding(profile, 0.95);
  const path = [...profile].map((weight, cell) => `${x(cell).toFixed(1)},${y(weight).toFixed(1)}`);
  const caption = `${layers} layers of equal 3×3 weights, one axis of ${profile.length} cells: a bell of standard deviation ${fixed(2)(profileDeviation(profile))}. The shaded ${whole(side)} cells, as a square, hold 95 % of the influence.`;
  return (
    <StaticFigure caption={caption}>
      <svg
        className="prose-drawing"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`}
        role="img"
        aria-label={caption}
      >
        <rect
          className="prose-band"
          x={x((profile.length - 1 - side) / 2)}
          y={0}
          width={(side / profile.length) * WIDTH}
          height={HEIGHT}
        />
        <polyline className="prose-curve prose-curve-1" points={path.join(" ")} />
        <line className="prose-axis" x1={0} y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
      </svg>
    </StaticFigure>
  );
}
