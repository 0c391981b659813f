import { KernelGrid } from "../../../viz/grid/kernel-grid";
import type { FilterModel } from "../view-model";

interface FilterGlyphProps {
  readonly filter: FilterModel;
  readonly size: number;
}

/** A filter as small as a sign: one coloured square a kernel; the words beside it say its name. */
export function FilterGlyph({ filter, size }: FilterGlyphProps) {
  return (
    <span className="fb-glyph" aria-hidden="true">
      {filter.kernels.map((kernel, inChannel) => (
        <KernelGrid
          key={inChannel}
          compact
          label=""
          size={size}
          values={kernel}
          limit={filter.largestWeight}
        />
      ))}
    </span>
  );
}
