import { useId } from "react";
import type { ColorScale, PlaneRange } from "../../core/color/scale";
import { formatNumber } from "../../core/format/number";
import { legendBar } from "./legend-bar";
import { NonFiniteCounts } from "./non-finite-counts";
import "../viz.css";
import "./scale-legend.css";

export interface ScaleLegendProps {
  readonly scale: ColorScale;
  /** The limit the picture really used (resolved `"auto"`); ends of the bar for signed, sequential. */
  readonly limit: number;
  /** What the picture holds: smallest, largest, non-finite counts. */
  readonly range: Omit<PlaneRange, "peakAt">;
  /** What the numbers are, e.g. "response of sobel x". */
  readonly label: string;
  /** Leaves out the range's sentence. */
  readonly compact?: boolean | undefined;
}

/** The colour bar of a map: its ends, where zero is, what values occur, how many are no numbers. */
export function ScaleLegend({ scale, limit, range, label, compact = false }: ScaleLegendProps) {
  const gradientId = useId();
  const bar = legendBar(scale, limit);
  return (
    <div className="viz-legend" role="group" aria-label={`Colour scale: ${label}`}>
      {bar && (
        <>
          <svg
            className="viz-legend-bar"
            viewBox="0 0 256 14"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <linearGradient id={gradientId}>
              {bar.stops.map(({ offset, color }) => (
                <stop key={offset} offset={offset} stopColor={color} />
              ))}
            </linearGradient>
            <rect width={256} height={14} fill={`url(#${gradientId})`} />
            {bar.ticks.map(({ at }) => (
              <path key={at} className="viz-legend-tick" d={`M${at * 256} 0V14`} />
            ))}
          </svg>
          <div className="viz-legend-ends">
            {bar.ticks.map(({ at, text }) => (
              <span key={at}>{text}</span>
            ))}
          </div>
        </>
      )}
      {!compact && (
        <p className="viz-legend-range">
          {label}: {formatNumber(range.min)} to {formatNumber(range.max)}
        </p>
      )}
      <NonFiniteCounts range={range} />
    </div>
  );
}
