import { formatNumber } from "../../core/format/number";
import "../viz.css";
import "./chart.css";

export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly counts: ArrayLike<number>;
}

export interface RidgeRow extends Bins {
  /** Names the row, e.g. "layer 10". */
  readonly name: string;
  /** Said instead of bars where nothing is finite, or beside them. */
  readonly note?: string | undefined;
}

export interface RidgeProps {
  /** What is counted; the accessible name. */
  readonly label: string;
  readonly rows: readonly RidgeRow[];
}

/** Outline of bars in a box of 100 by `height`, the tallest filling it; "" where nothing was counted. */
export function barsPath(counts: ArrayLike<number>, height: number): string {
  const most = Math.max(0, ...Array.from(counts));
  if (most === 0) return "";
  const width = 100 / counts.length;
  const parts = Array.from(counts, (count) => {
    const y = height - (count / most) * height;
    return `V${Math.round(y * 100) / 100}h${Math.round(width * 1000) / 1000}`;
  });
  return `M0 ${height}${parts.join("")}V${height}Z`;
}

/** Histograms one under the other, each over its own range, whose ends are written beside it. */
export function HistogramRidge({ label, rows }: RidgeProps) {
  return (
    <table className="viz-ridge">
      <caption>{label}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td className="viz-ridge-end">{row.note ? "" : formatNumber(row.from)}</td>
            <td className="viz-ridge-bars">
              {row.note ?? (
                <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
                  <path className="viz-ridge-fill" d={barsPath(row.counts, 24)} />
                  {row.from < 0 && row.to > 0 && (
                    <path
                      className="viz-ridge-zero"
                      d={`M${(-100 * row.from) / (row.to - row.from)} 0V24`}
                    />
                  )}
                </svg>
              )}
            </td>
            <td className="viz-ridge-end">{row.note ? "" : formatNumber(row.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
