import { formatNumber } from "../../../core/format/number";
import type { GainModel } from "../model";

const SIDE = 380;
const LEFT = 54;
const TOP = 10;
/** As far as the map is known: the compute job works out as many on either side of 1. */
const DECADES = 3;
const INNER = SIDE - LEFT - TOP;
const LIMIT = 10 ** DECADES;

const share = (value: number) => (Math.log10(value) + DECADES) / (2 * DECADES);
const x = (value: number) => LEFT + share(value) * INNER;
const y = (value: number) => TOP + (1 - share(value)) * INNER;
const inside = (value: number) => value >= 1 / LIMIT && value <= LIMIT;
const clamped = (value: number) => Math.min(Math.max(value, 1 / LIMIT), LIMIT);
const point = (a: number, b: number) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`;

const ticks = [-3, -2, -1, 0, 1, 2, 3];
const tickText = (decade: number) => formatNumber(10 ** decade);

function mapPath({ variances, next }: { variances: readonly number[]; next: readonly number[] }) {
  let pen = false;
  return variances
    .map((variance, at) => {
      const shown = inside(next[at]!);
      const command = shown ? `${pen ? "L" : "M"}${point(variance, next[at]!)}` : "";
      pen = shown;
      return command;
    })
    .join("");
}

/** Up to the map, over to the diagonal, and again; ends where it leaves the drawing. */
function cobwebPath(variances: readonly number[], layers: number): string {
  const first = variances[0];
  if (first === undefined || layers === 0 || !inside(first)) return "";
  let path = `M${x(first).toFixed(1)} ${TOP + INNER}L${point(first, first)}`;
  for (let layer = 1; layer < layers; layer++) {
    const from = variances[layer - 1]!;
    const to = variances[layer]!;
    if (!(to > 0) || !inside(from)) break;
    path += `L${point(from, clamped(to))}`;
    if (!inside(to)) break;
    path += `L${point(to, to)}`;
  }
  return path;
}

/** The variance map on its diagonal, its fixed points, and the way of one scale through the layers. */
export function Cobweb({ model }: { readonly model: GainModel }) {
  const { result, variances, state, layerText } = model;
  if (!result || result.map.variances.length === 0) return null;
  const here = state.layer > 0 ? variances[state.layer - 1] : undefined;
  const way = cobwebPath(variances, state.layer);
  const label = `Variance map: each layer's variance from that of the layer before. ${model.verdict}`;
  return (
    <figure className="gl-cobweb">
      <svg viewBox={`0 0 ${SIDE + 8} ${SIDE - TOP + 6}`} role="img" aria-label={label}>
        {ticks.map((decade) => (
          <g key={decade}>
            <path
              className="gl-grid"
              d={`M${x(10 ** decade)} ${TOP}V${TOP + INNER}M${LEFT} ${y(10 ** decade)}H${LEFT + INNER}`}
            />
            <text className="gl-tick" x={x(10 ** decade)} y={TOP + INNER + 17} textAnchor="middle">
              {tickText(decade)}
            </text>
            <text className="gl-tick" x={LEFT - 6} y={y(10 ** decade) + 4} textAnchor="end">
              {tickText(decade)}
            </text>
          </g>
        ))}
        <text className="gl-tick" x={LEFT + INNER / 2} y={TOP + INNER + 35} textAnchor="middle">
          variance in one layer
        </text>
        <text className="gl-tick" x={LEFT + 8} y={TOP + 16}>
          in the next layer ↑
        </text>
        <path
          className="gl-diagonal"
          d={`M${point(1 / LIMIT, 1 / LIMIT)}L${point(LIMIT, LIMIT)}`}
        />
        <path className="gl-map" d={mapPath(result.map)} />
        <path className="gl-way" data-halo d={way} />
        <path className="gl-way" d={way} />
        {result.fixedPoints.map(({ variance, slope }) => (
          <circle
            key={variance}
            className="gl-fixed"
            data-stable={Math.abs(slope) < 1 || undefined}
            cx={x(variance)}
            cy={y(variance)}
            r={6}
          />
        ))}
        {here !== undefined && inside(here) && (
          <circle className="gl-here" cx={x(here)} cy={y(here)} r={5} />
        )}
      </svg>
      <figcaption>
        <span className="gl-key" data-of="map">
          the map
        </span>
        <span className="gl-key" data-of="diagonal">
          nothing changes
        </span>
        <span className="gl-key" data-of="way">
          {layerText}
        </span>
        <span>● stable, ○ unstable</span>
      </figcaption>
    </figure>
  );
}
