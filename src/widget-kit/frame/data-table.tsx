import type { DataTable } from "../define-widget";
import { useLengthening } from "./use-lengthening";
import { useOpened } from "./use-opened";

/** The figure's numbers in rows and columns; worked out only while it is open. */
export function DataTablePanel({ table }: { readonly table: () => DataTable | null }) {
  const [open, details] = useOpened();
  return (
    <details className="ui-disclosure" {...details}>
      <summary>The numbers as a table</summary>
      {open && <Table table={table()} />}
    </details>
  );
}

function Table({ table }: { readonly table: DataTable | null }) {
  const rows = useLengthening(table?.rows ?? []);
  if (!table) return <p className="ui-hint">There are no numbers to show yet.</p>;
  return (
    <div className="kit-table" role="group" tabIndex={0} aria-label={table.caption}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
