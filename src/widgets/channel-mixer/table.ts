import { formatNumber } from "../../core/format/number";
import type { DataTable } from "../../widget-kit/define-widget";
import { DESK_SIDE } from "./mixing";
import type { MixerModel } from "./model";

/** The chosen pixel's products one by one, or both sides of the test at every pixel. */
export function mixerTable({ state, pixel, test }: MixerModel): DataTable {
  if (test)
    return {
      caption: "Both sides of the test at every pixel",
      columns: ["Row", "Column", "f(a·x + b·y)", "a·f(x) + b·f(y)", "Difference"],
      rows: Array.from(test.together, (together, at) => [
        String(Math.floor(at / DESK_SIDE)),
        String(at % DESK_SIDE),
        ...[together, test.apart[at]!, test.difference[at]!].map(formatNumber),
      ]),
    };
  return {
    caption: `Row ${state.row}, column ${state.column}: every channel, its weight and the product`,
    columns: ["Channel", "Value", "Weight", "Product"],
    rows: [
      ...pixel.channel.terms.map(({ value, weight, product }, at) => [
        String(at),
        ...[value, weight, product].map(formatNumber),
      ]),
      ["Sum", "", "", formatNumber(pixel.sum)],
      ["Bias", "", "", formatNumber(pixel.bias)],
      ["Output", "", "", formatNumber(pixel.output)],
    ],
  };
}
