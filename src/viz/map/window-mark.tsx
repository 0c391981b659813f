import type { WindowOverlay } from "./cell";
import { contains, tapCells, windowRegion } from "./region";

interface WindowMarkProps {
  readonly window: WindowOverlay;
  readonly rows: number;
  readonly columns: number;
  readonly patternId: string;
}

/** The window's outline, its single taps where they lie apart, and hatching where it leaves the map. */
export function WindowMark({ window, rows, columns, patternId }: WindowMarkProps) {
  const region = windowRegion(window);
  const place = { x: region.column, y: region.row, width: region.columns, height: region.rows };
  const taps = tapCells(window);
  const outside = taps.filter((tap) => !contains(rows, columns, tap));
  const apart = (window.dilation ?? 1) > 1;
  const active = window.activeTap === undefined ? undefined : taps[window.activeTap];
  return (
    <g className="viz-map-window">
      {outside.length > 0 && (
        <>
          <pattern
            id={patternId}
            width={0.5}
            height={0.5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="viz-map-hatch-ground" width={0.5} height={0.5} />
            <rect className="viz-map-hatch-line" width={0.2} height={0.5} />
          </pattern>
          {outside.map(({ row, column }) => (
            <rect
              key={`${row},${column}`}
              className="viz-map-outside"
              x={column}
              y={row}
              width={1}
              height={1}
              fill={`url(#${patternId})`}
            />
          ))}
        </>
      )}
      {window.sources?.map(({ row, column }, index) => (
        <rect
          // Several taps may read the same cell.
          key={index}
          className="viz-map-source"
          x={column}
          y={row}
          width={1}
          height={1}
        />
      ))}
      {apart && <path className="viz-map-tap" d={taps.map(cellPath).join("")} />}
      <rect className="viz-map-halo" {...place} />
      <rect className="viz-map-mark" data-kind="window" {...place} />
      {active && <path className="viz-map-tap" data-active="true" d={cellPath(active)} />}
    </g>
  );
}

function cellPath({ row, column }: { readonly row: number; readonly column: number }): string {
  return `M${column} ${row}h1v1h-1z`;
}
