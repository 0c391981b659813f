import { StaticFigure } from "./static-figure";

const RATES = [0.02, 0.19, 0.2, 0.21];
const CURVATURE = 10;
const STEPS = 8;
const SIDE = 150;
const REACH = 2.4;

const x = (w: number): number => ((w + REACH) / (2 * REACH)) * SIDE;
const y = (w: number): number => SIDE - 14 - ((w * w) / (REACH * REACH)) * (SIDE - 28);

function Panel({ rate }: { rate: number }) {
  const walk = Array.from({ length: STEPS + 1 }, (_, step) => (1 - rate * CURVATURE) ** step);
  const bowl = Array.from({ length: 41 }, (_, at) => ((at - 20) / 20) * REACH);
  return (
    <svg
      className="prose-panel"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={`Learning rate ${rate}: w goes ${walk
        .slice(0, 5)
        .map((w) => w.toFixed(2))
        .join(", ")}`}
    >
      <polyline
        className="prose-axis"
        fill="none"
        points={bowl.map((w) => `${x(w)},${y(w).toFixed(1)}`).join(" ")}
      />
      <polyline
        className="prose-curve prose-curve-2"
        points={walk.map((w) => `${x(w).toFixed(1)},${y(w).toFixed(1)}`).join(" ")}
      />
      {walk.map((w, step) => (
        // oxlint-disable-next-line react/no-array-index-key -- a step is its number
        <circle key={step} className="prose-seen" cx={x(w)} cy={y(w)} r={step === 0 ? 5 : 3} />
      ))}
      <text className="prose-text-small" x={SIDE / 2} y={SIDE - 2} textAnchor="middle">
        {rate}
      </text>
    </svg>
  );
}

/** Gradient descent on one parabola with four learning rates. */
export function DescentPaths() {
  return (
    <StaticFigure
      caption={`Gradient descent on ½·${CURVATURE}·w² from w = 1, ${STEPS} steps, with learning rates ${RATES.join(", ")}: creeping, swinging in, swinging for ever, swinging out.`}
    >
      <div className="prose-row">
        {RATES.map((rate) => (
          <Panel key={rate} rate={rate} />
        ))}
      </div>
    </StaticFigure>
  );
}
