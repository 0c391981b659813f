import { formatInteger, formatNumber } from "../../../core/format/number";
import type { LossPoint } from "../view-model";

const BOX = { left: 34, top: 10, width: 300, height: 96 };
/** Steps that the axis shows at least. */
const FEWEST = 4;

/** The loss after each step so far. */
export function LossCurve({ points }: { readonly points: readonly LossPoint[] }) {
  const finite = points.filter(({ loss }) => Number.isFinite(loss));
  const most = Math.max(...finite.map(({ loss }) => loss), 0) || 1;
  const steps = Math.max(points.at(-1)?.step ?? 0, FEWEST);
  const at = ({ step, loss }: LossPoint) => ({
    x: BOX.left + (step / steps) * BOX.width,
    y: BOX.top + (1 - loss / most) * BOX.height,
  });
  const places = finite.map(at);
  const newest = finite.at(-1);
  const label = newest
    ? `Loss by step: ${finite.length} points, the last one ${formatNumber(newest.loss)} after ${newest.step}.`
    : "Loss by step: none yet.";
  const end = places.at(-1);
  const base = BOX.top + BOX.height;
  return (
    <svg className="st-curve" viewBox="0 0 350 146" role="img" aria-label={label}>
      <path className="st-axis" d={`M${BOX.left} ${BOX.top}V${base}H${BOX.left + BOX.width}`} />
      <text x={BOX.left - 6} y={BOX.top + 4} className="st-tick" data-end="true">
        {formatNumber(most)}
      </text>
      <text x={BOX.left - 6} y={base} className="st-tick" data-end="true">
        0
      </text>
      {Array.from({ length: FEWEST + 1 }, (_, mark) => (steps * mark) / FEWEST)
        .filter(Number.isInteger)
        .map((step) => (
          <text key={step} x={at({ step, loss: 0 }).x} y={base + 15} className="st-tick">
            {formatInteger(step)}
          </text>
        ))}
      <text x={BOX.left + BOX.width / 2} y={base + 29} className="st-tick">
        steps taken
      </text>
      <polyline className="st-path" points={places.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {places.map(({ x, y }, index) => (
        <circle
          key={finite[index]!.step}
          className="st-point"
          cx={x}
          cy={y}
          r={index === places.length - 1 ? 4 : 2.5}
        />
      ))}
      {end && newest && (
        <text
          x={end.x + (end.x > 250 ? -6 : 8)}
          y={Math.max(end.y - 7, 12)}
          className="st-value"
          data-end={end.x > 250 || undefined}
        >
          {formatNumber(newest.loss)}
        </text>
      )}
    </svg>
  );
}
