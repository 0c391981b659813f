import { fixed, whole } from "../../facts/format";
import type { Grid } from "../../facts/math/one-channel";

export interface MatrixProps {
  /** What the numbers are; also the table's caption. */
  label: string;
  values: Grid;
  /** Cells to mark, as `row,column`. */
  marked?: readonly string[];
}

/** Whole numbers as they are; two decimals everywhere as soon as one value needs them. */
function formatterOf(values: Grid): (value: number) => string {
  return values.flat().every(Number.isInteger) ? whole : fixed(2);
}

/** A small grid of numbers as a table that a screen reader can walk. */
export function Matrix({ label, values, marked = [] }: MatrixProps) {
  const formatted = formatterOf(values);
  return (
    <table className="prose-matrix">
      <caption>{label}</caption>
      <tbody>
        {values.map((cells, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- positions are the identity here
          <tr key={row}>
            {cells.map((value, column) => (
              <td
                // oxlint-disable-next-line react/no-array-index-key -- as above
                key={column}
                className={marked.includes(`${row},${column}`) ? "prose-marked" : undefined}
              >
                {formatted(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
