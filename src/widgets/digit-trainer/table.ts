import { formatInteger, formatNumber } from "../../core/format/number";
import type { DataTable } from "../../widget-kit/define-widget";
import { setLabels } from "./plan";
import { percent } from "./verdict";
import type { DigitTrainerModel } from "./view-model";

/** Steps between the judgements that are listed, so that a long run is still a table. */
const MOST_ROWS = 60;

/** The numbers of what is looked at: the run, its mistakes, its kernels, or how a drawing is read. */
export function tableOf(model: DigitTrainerModel): DataTable | null {
  const { mistakes, kernels, reading, batch } = model;
  if (mistakes)
    return {
      caption: `Labels by row, answers by column: ${mistakes.set}`,
      columns: ["Label", ...mistakes.classes],
      rows: mistakes.confusion.map((row, label) => [
        mistakes.classes[label]!,
        ...row.map(formatInteger),
      ]),
    };
  if (kernels)
    return {
      caption: `${kernels.layer}: ${kernels.show}, row by row`,
      columns: ["Kernel", "Numbers", "Nearest by hand"],
      rows: kernels.kernels.map(({ name, values, likeness }) => [
        name,
        Array.from(values, formatNumber).join("  "),
        likeness,
      ]),
    };
  if (reading?.probabilities)
    return {
      caption: "How the drawing is read",
      columns: ["Class", "Probability"],
      rows: reading.probabilities.map((value, at) => [model.classes[at]!, formatNumber(value)]),
    };
  if (batch)
    return {
      caption: `The batch of step ${formatInteger(batch.step)}; its mean loss is ${formatNumber(batch.loss)}`,
      columns: ["Picture", "Label", "Answer", "Loss"],
      rows: batch.pictures.map(({ label, answer, loss }, at) => [
        String(at + 1),
        label,
        answer ?? "",
        formatNumber(loss),
      ]),
    };
  return runTable(model);
}

function runTable({ session, layers }: DigitTrainerModel): DataTable {
  if (!session)
    return {
      caption: "The network, layer by layer",
      columns: ["Layer", "Output", "Parameters", "Multiply-accumulates"],
      rows: layers.map(({ name, shape, parameters, macs }) => [name, shape, parameters, macs]),
    };
  const sets = [...new Set(session.marks.flatMap(({ accuracy }) => Object.keys(accuracy)))].filter(
    (name) => name in setLabels,
  );
  const every = Math.ceil(session.marks.length / MOST_ROWS);
  return {
    caption: "Accuracy and mean loss of every judged set",
    columns: ["Step", ...sets.flatMap((name) => [`${setLabels[name]}: right`, "loss"])],
    rows: session.marks
      .filter((_, at) => at % every === 0 || at === session.marks.length - 1)
      .map(({ step, accuracy, loss }) => [
        formatInteger(step),
        ...sets.flatMap((name) => [
          accuracy[name] === undefined ? "" : percent(accuracy[name]),
          loss[name] === undefined ? "" : formatNumber(loss[name]),
        ]),
      ]),
  };
}
