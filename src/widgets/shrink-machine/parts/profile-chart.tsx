import type { Profile } from "../profile";
import "./profile-chart.css";

interface ProfileChartProps {
  readonly profile: Profile;
  /** The depth that is looked at, and the last one. */
  readonly depth: number;
  readonly last: number;
  readonly kind: "bars" | "line";
}

const WIDTH = 600;
const HEIGHT = 100;

/** One number a depth over the way down; the table below the figure has the same numbers. */
export function ProfileChart({ profile, depth, last, kind }: ProfileChartProps) {
  const { title, heights, first, top, bottom, limits } = profile;
  const step = WIDTH / (last + 1);
  const x = (at: number) => (at + 0.5) * step;
  const missing = heights.flatMap((height, at) => (height === null ? [first + at] : []));
  return (
    <figure className="sm-profile">
      <figcaption>{title}</figcaption>
      <div className="sm-profile-body">
        <span className="sm-profile-top">{top}</span>
        <span className="sm-profile-bottom">{bottom}</span>
        <svg
          className="sm-profile-plot"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}, from ${bottom} to ${top}, at depths ${first} to ${last}`}
        >
          <path className="sm-profile-now" d={`M${x(depth)} 0V${HEIGHT}`} />
          {limits.map(({ at, name }) => (
            <path key={name} className="sm-profile-limit" d={`M0 ${y(at)}H${WIDTH}`} />
          ))}
          {missing.length > 0 && (
            <path className="sm-profile-missing" d={missing.map((at) => bar(at, 1)).join("")} />
          )}
          {kind === "bars" ? (
            <path
              className="sm-profile-bars"
              d={heights.map((height, at) => bar(first + at, height ?? 0)).join("")}
            />
          ) : (
            <path className="sm-profile-line" d={line(heights, (at) => x(first + at))} />
          )}
        </svg>
        {limits.length > 0 && (
          <span className="sm-profile-limits">
            dashed: {limits.map(({ name }) => name).join(", ")}
          </span>
        )}
        {missing.length > 0 && (
          <span className="sm-profile-limits">shaded: no finite size (all 0, or ∞ or NaN)</span>
        )}
        <span className="sm-profile-start">depth {first}</span>
        <span className="sm-profile-end">{last}</span>
      </div>
    </figure>
  );

  function bar(at: number, height: number): string {
    const width = Math.max(step * 0.8, 0.6);
    return `M${(x(at) - width / 2).toFixed(2)} ${HEIGHT}v${(-height * HEIGHT).toFixed(2)}h${width.toFixed(2)}V${HEIGHT}z`;
  }
}

const y = (height: number): number => Number(((1 - height) * (HEIGHT - 4) + 2).toFixed(2));

function line(heights: readonly (number | null)[], x: (at: number) => number): string {
  return heights
    .map((height, at) => {
      if (height === null) return "";
      const joined = at > 0 && heights[at - 1] !== null;
      return `${joined ? "L" : "M"}${x(at).toFixed(2)} ${y(height)}${joined ? "" : "h0.01"}`;
    })
    .join("");
}
