const CELLS = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ row, column })));

/** The book's mark: a 3×3 kernel with its centre. */
export function Glyph() {
  return (
    <svg
      className="site-glyph"
      width={22}
      height={22}
      viewBox="0 0 28 28"
      aria-hidden="true"
      focusable="false"
    >
      {CELLS.map(({ row, column }) => (
        <rect
          key={`${row}${column}`}
          className={row === 1 && column === 1 ? "site-glyph-centre" : "site-glyph-cell"}
          x={column * 10}
          y={row * 10}
          width={8}
          height={8}
          rx={1.5}
        />
      ))}
    </svg>
  );
}
