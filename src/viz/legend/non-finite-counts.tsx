import { useId } from "react";
import type { PlaneRange } from "../../core/color/scale";
import { formatInteger } from "../../core/format/number";
import { hatchColors } from "./hatch";

interface NonFiniteCountsProps {
  readonly range: Pick<PlaneRange, "nan" | "positiveInfinity" | "negativeInfinity">;
}

/** How many cells hold no finite number, beside the hatching that marks them; nothing when none. */
export function NonFiniteCounts({ range }: NonFiniteCountsProps) {
  const patternId = useId();
  const counts = [
    [range.nan, "NaN"],
    [range.positiveInfinity, "+∞"],
    [range.negativeInfinity, "−∞"],
  ] as const;
  const present = counts.filter(([count]) => count > 0);
  if (present.length === 0) return null;
  return (
    <p className="viz-legend-non-finite">
      <svg className="viz-legend-swatch" viewBox="0 0 24 16" aria-hidden="true">
        <pattern
          id={patternId}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={8} height={8} fill={hatchColors.light} />
          <rect width={4} height={8} fill={hatchColors.dark} />
        </pattern>
        <rect width={24} height={16} fill={`url(#${patternId})`} />
      </svg>
      {present.map(([count, name]) => `${formatInteger(count)} × ${name}`).join(", ")}
    </p>
  );
}
