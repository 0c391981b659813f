import type { Region } from "../../../viz/map/cell";

interface FieldMarkProps {
  readonly id: string;
  /** The field, padding included. */
  readonly region: Region;
  readonly side: number;
  readonly view: Region;
  /** The square that holds most of the influence. */
  readonly square?: Region | undefined;
  /** Whether what lies beyond the field is veiled. */
  readonly veiled?: boolean;
}

const box = ({ row, column, rows, columns }: Region): string =>
  `M${column} ${row}h${columns}v${rows}h${-columns}z`;

/** The field on a map: its outline, the padding in it hatched, everything else veiled. */
export function FieldMark({ id, region, side, view, square, veiled }: FieldMarkProps) {
  const hatch = Math.max(view.rows / 60, 0.25);
  const map = { row: 0, column: 0, rows: side, columns: side };
  const place = { x: region.column, y: region.row, width: region.columns, height: region.rows };
  return (
    <g className="ft-mark">
      <pattern
        id={`${id}-hatch`}
        width={hatch}
        height={hatch}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="ft-hatch-ground" width={hatch} height={hatch} />
        <rect className="ft-hatch-line" width={hatch / 3} height={hatch} />
      </pattern>
      <clipPath id={`${id}-beyond`}>
        <path d={box(view) + box(map)} clipRule="evenodd" />
      </clipPath>
      <path className="ft-beyond" d={box(view) + box(map)} fillRule="evenodd" />
      <rect {...place} fill={`url(#${id}-hatch)`} clipPath={`url(#${id}-beyond)`} />
      {veiled && <path className="ft-veil" d={box(map) + box(region)} fillRule="evenodd" />}
      <rect className="viz-map-border" width={side} height={side} />
      <rect className="viz-map-halo" {...place} />
      <rect className="viz-map-mark" {...place} />
      {square && <path className="ft-square-halo" d={box(square)} />}
      {square && <path className="ft-square" d={box(square)} />}
    </g>
  );
}
