import { hatchColors } from "../legend/hatch";
import type { CellColor } from "./cell-color";

interface CellFillProps {
  readonly color: CellColor;
  /** The cell lies in the padding. */
  readonly outside?: boolean;
}

/** The colour behind a number, as an attribute: served pages carry no inline style. */
export function CellFill({ color, outside = false }: CellFillProps) {
  return (
    <svg
      className="viz-cell-fill"
      viewBox="0 0 24 24"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-kind={color.fill === null ? "non-finite" : outside ? "outside" : undefined}
    >
      <rect width={24} height={24} fill={color.fill ?? hatchColors.light} />
      {(color.fill === null || outside) && (
        <path d="M-6 6 6-6M-6 18 18-6M-6 30 30-6M6 30 30 6M18 30 30 18" />
      )}
    </svg>
  );
}
