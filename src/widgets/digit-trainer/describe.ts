import { formatInteger, formatNumber } from "../../core/format/number";
import type { DigitTrainerModel } from "./view-model";
import { surely } from "./verdict";

const names = {
  adam: "Adam",
  adamW: "AdamW",
  sgd: "plain gradient descent",
  momentum: "momentum",
  nesterov: "Nesterov's momentum",
  rmsprop: "RMSprop",
} as const;

const kinds = { digits: "generated digits", shapes: "generated shapes", own: "pictures of yours" };

/** The run in a few true sentences: network, data, settings, and what the numbers say. */
export function describeModel(model: DigitTrainerModel): string {
  const { state, facts, progress, verdict, reading } = model;
  const own = state.data === "own" && model.note !== null ? "digits" : state.data;
  const noisy =
    state.noise > 0
      ? `, ${formatNumber(state.noise * 100)} % of them with a label drawn by dice`
      : "";
  const moved = state.moved ? ", moved anew each time" : "";
  const first =
    `A network of ${facts[0]!.value} parameters learns from ${formatInteger(progress.examples)} ${kinds[own]}${noisy}${moved}, ` +
    `${progress.batch} a step, with ${names[state.optimizer]} at a learning rate of ${formatNumber(state.rate)}.`;
  return [first, verdict, reading ? readingSentence(model) : ""].filter(Boolean).join(" ");
}

function readingSentence({ reading, classes }: DigitTrainerModel): string {
  if (!reading?.input) return "The drawing board is empty.";
  if (reading.answer === null || !reading.probabilities) return reading.note ?? "";
  const sure = surely(reading.probabilities[reading.answer]!);
  return `It reads your drawing as ${classes[reading.answer]}, ${sure} sure.`;
}
