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
      <svg viewBox={`0 0 ${side * 30} ${side * 30}`} role="img" aria-label={label}>
        {axis.flatMap((rows, row) =>
          axis.map((columns, column) => (
            <g key={`${row},${column}`}>
              <rect
                className="sr-pixel"
                x={column * 30 + 1}
                y={row * 30 + 1}
                width={28}
                height={28}
                rx={3}
                fillOpacity={0.04 + (0.3 * rows * columns) / Math.max(mostInputReads ** 2, 1)}
              />
              <text x={column * 30 + 15} y={row * 30 + 20} textAnchor="middle">
                {rows * columns}
              </text>
            </g>
          )),
        )}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
