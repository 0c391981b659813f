import { memo } from "react";
import type { PartProps } from "./ruler-props";

const LARGEST_WHOLE = 12;
const CORNER = 8;

/** Reads of each pixel of a square input: those of its row times those of its column. */
export function ReadMap({ model: { cells, state, mostInputReads } }: Pick<PartProps, "model">) {
  const inside = cells.filter(({ kind }) => kind === "input");
  const side = inside.length <= LARGEST_WHOLE ? inside.length : CORNER;
  const axis = inside.slice(0, side).map(({ reads }) => reads);
  const corner = side < inside.length;
  const caption = corner
    ? `Reads of each pixel, top left ${side} × ${side} of ${state.input} × ${state.input}`
    : `Reads of each pixel of ${side} × ${side}`;
  const label = `${caption}: ${axis[0]! ** 2} in the corner, ${mostInputReads ** 2} at most`;
  return (
    <figure className="sr-map">
      <Pixels axis={axis.join(" ")} most={mostInputReads} label={label} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

interface PixelsProps {
  /** Reads along one side, with spaces between: the same text, the same drawing. */
  readonly axis: string;
  readonly most: number;
  readonly label: string;
}

const Pixels = memo(({ axis, most, label }: PixelsProps) => {
  const reads = axis.split(" ").map(Number);
  const side = reads.length * 30;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      {reads.flatMap((rows, row) =>
        reads.map((columns, column) => (
          <g key={`${row},${column}`}>
            <rect
              className="sr-pixel"
              x={column * 30 + 1}
              y={row * 30 + 1}
              width={28}
              height={28}
              rx={3}
              fillOpacity={0.04 + (0.3 * rows * columns) / Math.max(most ** 2, 1)}
            />
            <text x={column * 30 + 15} y={row * 30 + 20} textAnchor="middle">
              {rows * columns}
            </text>
          </g>
        )),
      )}
    </svg>
  );
});
