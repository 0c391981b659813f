import { formatInteger, formatNumber } from "../../core/format/number";
import { builtInPicture } from "../../core/picture/catalogue";
import type { FilterBenchModel, FilterModel } from "./view-model";

/** The figure in a few true sentences: input, layer, what the channel holds, the chosen cell. */
export function describeModel(model: FilterBenchModel): string {
  const { layer, input, output, filters, filter, cell } = model;
  const many = filters.length > 1;
  const sentences = [
    `${filters.length} ${many ? "filters" : "filter"} of ${layer.size} by ${layer.size} by ` +
      `${input.channels.length} ${many ? "turn" : "turns"} ${pictureName(model)} of ${input.rows} ` +
      `by ${input.columns} pixels into ${output.rows} by ${output.columns} by ${filters.length}.`,
    channelSentence(filter),
    `At row ${cell.cell.row}, column ${cell.cell.column} it is ${formatNumber(cell.output)}` +
      (layer.activation === "relu" && cell.preActivation < 0
        ? `: the sum with its bias, ${formatNumber(cell.preActivation)}, is negative and ReLU makes it 0.`
        : "."),
  ];
  if (model.gradient) {
    const { gx, gy } = model.gradient.at(cell.cell);
    sentences.push(
      `There gx is ${formatNumber(gx)} and gy is ${formatNumber(gy)}, ` +
        `so the magnitude is ${formatNumber(Math.hypot(gx, gy))}.`,
    );
  }
  return sentences.join(" ");
}

function pictureName({ layer, note }: FilterBenchModel): string {
  if (layer.picture === "own" && note === null) return "your picture";
  const picture = builtInPicture(layer.picture === "own" ? "still-life" : layer.picture)!;
  return `the picture “${picture.label.toLowerCase()}”`;
}

function channelSentence({ title, name, map }: FilterModel): string {
  const subject = `${title} (${name})`;
  if (!map.range) return `${subject} is being computed.`;
  const { min, max, nan, positiveInfinity, negativeInfinity, peakAt } = map.range;
  const broken = nan + positiveInfinity + negativeInfinity;
  const cells = map.rows * map.columns;
  if (broken === cells) return `${subject} holds no finite number.`;
  const rest = broken > 0 ? `, and ${formatInteger(broken)} of its cells are not finite` : "";
  if (min === max)
    return `${subject} is ${formatNumber(min)} ${broken > 0 ? "wherever it is finite" : "everywhere"}${rest}.`;
  const peak = Math.abs(min) > Math.abs(max) ? min : max;
  return (
    `${subject} runs from ${formatNumber(min)} to ${formatNumber(max)}${rest}. Its strongest ` +
    `response, ${formatNumber(peak)}, is at row ${Math.floor(peakAt / map.columns)}, ` +
    `column ${peakAt % map.columns}.`
  );
}
