import type { DataTable } from "../../widget-kit/define-widget";
import type { DuelModel } from "./view-model";

/** Each object: where it is, and whether each kernel found it; then how the kernels compare. */
export function duelTable({ scene, finders, rows }: DuelModel): DataTable {
  const same = finders[0].name === finders[1].name;
  const name = ({ name: own, index }: DuelModel["finders"][0]) =>
    same ? `${index === 0 ? "first" : "second"} ${own}` : own;
  return {
    caption: `How the kernels compare, and which of ${scene.objects.length} objects each one found`,
    columns: ["", ...finders.map(name)],
    rows: [
      ...rows.map(({ name: row, facts }) => [
        row,
        ...facts.map(({ value, work }) => (work ? `${value} (${work})` : value)),
      ]),
      ...scene.objects.map((object) => [
        `Object at row ${object.row}, column ${object.column}`,
        ...finders.map(({ found }) => {
          if (!found) return "…";
          return found.missed.includes(object) ? "missed" : "found";
        }),
      ]),
    ],
  };
}
