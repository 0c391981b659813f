import { useId } from "react";
import { legendBar } from "../../../viz/legend/legend-bar";
import "../../../viz/legend/scale-legend.css";
import type { BellModel } from "../view-model";

const { stops } = legendBar({ kind: "sequential", limit: 1 }, 1)!;

/** What the colours of the map of shares mean. */
export function ShareLegend({ bell }: { readonly bell: BellModel }) {
  const id = useId();
  const [least, largest] = bell.ends;
  return (
    <div className="viz-legend ft-legend" role="group" aria-label="Colour scale: share of the unit">
      <svg
        className="viz-legend-bar"
        viewBox="0 0 256 14"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <linearGradient id={id}>
          {stops.map(({ offset, color }) => (
            <stop key={offset} offset={offset} stopColor={color} />
          ))}
        </linearGradient>
        <rect width={256} height={14} fill={`url(#${id})`} />
      </svg>
      <div className="viz-legend-ends">
        <span>{least}</span>
        <span>{largest}</span>
      </div>
      <p>{bell.legend}</p>
    </div>
  );
}
