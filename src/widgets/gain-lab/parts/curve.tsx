import type { GainModel } from "../model";

const SIDE = 200;
const REACH = 4;
const at = (value: number) => ((value + REACH) / (2 * REACH)) * SIDE;

/** The activation from −4 to 4. */
export function Curve({ model: { curve, name } }: { readonly model: GainModel }) {
  return (
    <figure className="gl-curve">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={`${name} from −4 to 4`}>
        <path className="gl-axis" d={`M0 ${at(0)}H${SIDE}M${at(0)} 0V${SIDE}`} />
        <path className="gl-bell" d={bell()} />
        <path className="gl-line" d={curvePath(curve)} />
      </svg>
      <figcaption>{name} from −4 to 4 both ways, over the bell of z</figcaption>
    </figure>
  );
}

/** Breaks where the curve leaves the drawing. */
function curvePath(curve: GainModel["curve"]): string {
  let pen = false;
  return curve
    .map(({ x, y }) => {
      const inside = Math.abs(y) <= REACH;
      const command = inside ? `${pen ? "L" : "M"}${at(x).toFixed(1)} ${at(-y).toFixed(1)}` : "";
      pen = inside;
      return command;
    })
    .join("");
}

/** The density of z, as high as the drawing allows. */
function bell(): string {
  const points = Array.from({ length: 41 }, (_, step) => {
    const z = (step - 20) / 5;
    return `${at(z).toFixed(1)} ${at(-3 * Math.exp((-z * z) / 2)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}
