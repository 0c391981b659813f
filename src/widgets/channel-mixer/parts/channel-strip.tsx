import { memo } from "react";
import { cellColor, largestMagnitude } from "../../../viz/grid/cell-color";
import { formatNumber } from "../../../core/format/number";
import { hatchColors } from "../../../viz/legend/hatch";

interface ChannelStripProps {
  readonly name: string;
  readonly values: readonly number[];
}

/** One number a channel, as a strip of colours; the numbers themselves are in the table. */
export const ChannelStrip = memo(({ name, values }: ChannelStripProps) => {
  const limit = largestMagnitude(values);
  return (
    <figure className="cm-strip">
      <figcaption className="cm-name">
        {name} <span>±{formatNumber(limit)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${values.length} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name}, from −${formatNumber(limit)} to ${formatNumber(limit)}`}
      >
        {values.map((value, channel) => (
          <rect
            // Channels keep their places.
            key={channel}
            x={channel}
            width={1.02}
            height={10}
            fill={cellColor(value, limit).fill ?? hatchColors.light}
          />
        ))}
      </svg>
    </figure>
  );
}, isSame);

function isSame(a: ChannelStripProps, b: ChannelStripProps): boolean {
  return (
    a.name === b.name &&
    a.values.length === b.values.length &&
    a.values.every((value, at) => Object.is(value, b.values[at]))
  );
}
