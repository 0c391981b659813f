import { formatInteger, formatNumber } from "../../core/format/number";
import type { DataTable } from "../../widget-kit/define-widget";
import type { FilterBenchModel } from "./view-model";

/** Every product of the chosen cell, one a row, and what they add up to. */
export function cellTable({ cell, filter }: FilterBenchModel): DataTable {
  const terms = cell.channels.flatMap(({ name, terms: own }) =>
    own.map((term) => [
      `${name}, row ${formatInteger(term.row)}, column ${formatInteger(term.column)}`,
      term.source === null ? "0 (padding)" : formatNumber(term.value),
      formatNumber(term.weight),
      formatNumber(term.product),
    ]),
  );
  const result = (name: string, value: number) => [name, "", "", formatNumber(value)];
  return {
    caption:
      `${filter.title} at row ${cell.cell.row}, column ${cell.cell.column}: ` +
      "pixels under the window, weights and products",
    columns: ["Pixel", "Value", "Weight", "Product"],
    rows: [
      ...terms,
      result("Sum", cell.sum),
      result("Bias", cell.bias),
      result("Sum and bias", cell.preActivation),
      result("Output", cell.output),
    ],
  };
}
