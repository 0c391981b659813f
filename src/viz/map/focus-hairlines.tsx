import type { Region } from "./cell";

interface FocusHairlinesProps {
  /** What the lines lead to. */
  readonly focus: Region;
  readonly view: Region;
}

/**
 * Four hairlines from the borders to a place too small to be found by itself. They stop short of
 * it, and are left out where the place is large enough to be seen.
 */
export function FocusHairlines({ focus, view }: FocusHairlinesProps) {
  if (focus.rows * 10 > view.rows || focus.columns * 10 > view.columns) return null;
  const x = focus.column + focus.columns / 2;
  const y = focus.row + focus.rows / 2;
  const gapX = Math.max(focus.columns / 2, view.columns / 40) + view.columns / 80;
  const gapY = Math.max(focus.rows / 2, view.rows / 40) + view.rows / 80;
  const path =
    `M${view.column} ${y}H${x - gapX}M${x + gapX} ${y}H${view.column + view.columns}` +
    `M${x} ${view.row}V${y - gapY}M${x} ${y + gapY}V${view.row + view.rows}`;
  return (
    <>
      <path className="viz-map-hairline-halo" d={path} />
      <path className="viz-map-hairline" d={path} />
    </>
  );
}
