import { gradientAt } from "../../core/gradient/gradient";
import { formatNumber } from "../../core/format/number";
import { HueRing } from "./hue-ring";
import "./angle-compass.css";

export interface AngleCompassProps {
  /** Response of the kernel that differentiates along x (to the right). */
  readonly gx: number;
  /** Response of the kernel that differentiates along y (down). */
  readonly gy: number;
  /** Magnitude whose arrow reaches the ring; default: this one's. */
  readonly limit?: number | undefined;
  /** Accessible name; default "Gradient direction". */
  readonly label?: string | undefined;
}

const reach = 70;

/** gx and gy at one cell as an arrow in a ring of hues, y down as on the screen. */
export function AngleCompass({ gx, gy, limit, label = "Gradient direction" }: AngleCompassProps) {
  const { magnitude, angle } = gradientAt(gx, gy);
  const share = Math.min(magnitude / (limit ?? magnitude), 1);
  const finite = angle !== null && Number.isFinite(angle) && Number.isFinite(share);
  const degrees = finite ? `${formatNumber((angle * 180) / Math.PI)}°` : "no direction";
  return (
    <figure className="viz-compass" aria-label={label}>
      <svg viewBox="-100 -100 200 200" aria-hidden="true">
        <HueRing inner={78} outer={92} />
        <path className="viz-compass-axis" d="M-72 0H72M0 -72V72" />
        <text x={64} y={-8}>
          x
        </text>
        <text x={10} y={68}>
          y
        </text>
        {finite && <Arrow angle={angle} length={share * reach} />}
      </svg>
      <dl className="viz-compass-numbers">
        <Line name="gx" value={formatNumber(gx)} />
        <Line name="gy" value={formatNumber(gy)} />
        <Line name="magnitude" value={formatNumber(magnitude)} />
        <Line name="angle" value={degrees} />
      </dl>
      <figcaption>Direction of increasing brightness; y points down.</figcaption>
    </figure>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Arrow({ angle, length }: { readonly angle: number; readonly length: number }) {
  const x = Math.cos(angle) * length;
  const y = Math.sin(angle) * length;
  const head = Math.min(12, length);
  const wing = (turn: number) => {
    const direction = angle + Math.PI + turn;
    return `${x + Math.cos(direction) * head} ${y + Math.sin(direction) * head}`;
  };
  return (
    <path
      className="viz-compass-arrow"
      d={`M0 0L${x} ${y}M${wing(0.45)}L${x} ${y}L${wing(-0.45)}`}
    />
  );
}
