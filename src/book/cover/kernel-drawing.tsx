import { entryRule } from "../../core/color/colorize";
import { palette } from "../../core/color/palette";

const CELL = 30;
const GAP = 2;

/** Colours of the signed scale from −3 to 3: the ends stay pale enough for dark numbers. */
function fillOf(value: number): string {
  const { scale, offset } = entryRule({ kind: "signed", limit: 3 }, 3);
  const at = Math.floor(value * scale + offset) * 4;
  return `rgb(${palette("signed")
    .slice(at, at + 3)
    .join(" ")})`;
}

/** A square kernel, each cell with its number on the signed scale's colour. */
export function KernelDrawing({ values }: { values: readonly number[] }) {
  const size = Math.round(Math.sqrt(values.length));
  const side = size * CELL - GAP;
  return (
    <svg className="kernel-drawing" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {values.map((value, at) => {
        const x = (at % size) * CELL;
        const y = Math.floor(at / size) * CELL;
        const side = CELL - GAP;
        return (
          <g key={`${x},${y}`}>
            <rect x={x} y={y} width={side} height={side} rx={3} fill={fillOf(value)} />
            <text x={x + side / 2} y={y + side / 2 + 4.5} textAnchor="middle" fill="#10151c">
              {value < 0 ? `−${-value}` : value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
