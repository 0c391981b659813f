import { formatInteger, formatNumber } from "../../core/format/number";
import type { ShrinkModel } from "./view-model";
import { bytesText } from "./words";

/** The figure in a few true sentences: the way, its price, the map that is looked at. */
export function describeModel(model: ShrinkModel): string {
  const { verdict, trouble, cost, shown, layer, output, state } = model;
  const sentences = [
    verdict,
    trouble,
    `All layers together have ${formatInteger(cost.parameters)} parameters, do ` +
      `${formatInteger(cost.macs)} multiply-accumulates, and keep ${bytesText(cost.kept)} of maps.`,
  ];
  const where = layer ? `At depth ${shown.depth}` : "Before the first layer";
  const range = shown.rangeText ? `, with numbers from ${shown.rangeText}` : "";
  sentences.push(`${where} the map is ${shown.side} by ${shown.side}${range}.`);
  if (layer && output !== null && Number.isFinite(output))
    sentences.push(`At row ${state.row}, column ${state.column} it is ${formatNumber(output)}.`);
  return sentences.filter(Boolean).join(" ");
}
