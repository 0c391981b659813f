import { formatNumber } from "../../../core/format/number";
import type { BellModel, FieldTracerModel } from "../view-model";

const WIDTH = 1000;
const HEIGHT = 400;
const TOP = 16;

interface BellCurveProps {
  readonly model: FieldTracerModel;
  readonly bell: BellModel;
}

/** How much each column of pixels supplies, right above the map whose columns they are. */
export function BellCurve({ model, bell }: BellCurveProps) {
  const { view, state } = model;
  const { shares, paths, square, pixel } = bell;
  const log = state.scale === "log";
  const most = Math.max(...shares.byColumn, ...paths.byColumn);
  const least = log ? floorOf(shares.byColumn, paths.byColumn, most) : 0;
  const x = (column: number) => ((column - view.column) / view.columns) * WIDTH;
  const y = (share: number) => {
    const part = log
      ? 1 - Math.log10(Math.max(share, least) / most) / Math.log10(least / most)
      : share / most;
    return HEIGHT - part * (HEIGHT - TOP);
  };
  const measured = shares !== paths;
  const label =
    `Share of each column, ${log ? "by powers of ten" : "evenly"}: largest ${formatNumber(Math.max(...shares.byColumn))}, ` +
    `95 % of the square in the ${bell.spread.square} columns that are shaded`;
  return (
    <div className="ft-curve" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect
          className="ft-band"
          x={x(square.column)}
          width={(square.columns / view.columns) * WIDTH}
          y={0}
          height={HEIGHT}
        />
        <path className="ft-area" d={`${stepPath(shares.byColumn, x, y)}V${HEIGHT}H${x(0)}z`} />
        <path className="ft-line" d={stepPath(shares.byColumn, x, y)} />
        {measured && <path className="ft-line-paths" d={stepPath(paths.byColumn, x, y)} />}
        <path className="ft-axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
        <path className="ft-cursor" d={`M${x(pixel.column + 0.5)} 0V${HEIGHT}`} />
      </svg>
      <p className="ft-curve-ends">
        <span>{formatNumber(most)}</span>
        <span>{log ? formatNumber(least) : "0"}</span>
      </p>
    </div>
  );
}

/** The smallest share that a logarithmic curve shows: no lower than float32 reaches. */
function floorOf(shares: Float64Array, paths: Float64Array, most: number): number {
  let least = most / 10;
  for (const share of [...shares, ...paths]) if (share > 2 ** -149 && share < least) least = share;
  return least;
}

/** A histogram's outline: one step a column. */
function stepPath(
  shares: Float64Array,
  x: (column: number) => number,
  y: (share: number) => number,
): string {
  const steps = [...shares].map(
    (share, column) => `V${y(share).toFixed(1)}H${x(column + 1).toFixed(1)}`,
  );
  return `M${x(0).toFixed(1)} ${HEIGHT}${steps.join("")}`;
}
