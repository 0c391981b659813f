import { memo } from "react";
import { hatchColors } from "../legend/hatch";
import { cellColor } from "./cell-color";

interface KernelPictureProps {
  readonly label: string;
  readonly size: number;
  /** `size × size` weights, row by row. */
  readonly values: ArrayLike<number>;
  /** Magnitude that gets the full colour. */
  readonly limit: number;
}

/** A kernel as colours alone; drawn anew only when a number is another. */
export const KernelPicture = memo(
  ({ label, size, values, limit }: KernelPictureProps) => (
    <svg className="viz-kernel-compact" viewBox={`0 0 ${size} ${size}`} role="img">
      <title>{label}</title>
      {Array.from({ length: size * size }, (_, index) => (
        <rect
          key={index}
          x={index % size}
          y={Math.floor(index / size)}
          width={1}
          height={1}
          fill={cellColor(values[index] ?? 0, limit).fill ?? hatchColors.light}
        />
      ))}
    </svg>
  ),
  isSame,
);

function isSame(a: KernelPictureProps, b: KernelPictureProps): boolean {
  if (a.label !== b.label || a.size !== b.size || a.limit !== b.limit) return false;
  for (let at = 0; at < a.size ** 2; at++) if (!Object.is(a.values[at], b.values[at])) return false;
  return true;
}
