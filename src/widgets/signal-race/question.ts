import { formatInteger } from "../../core/format/number";
import type { Experiment } from "./experiments";
import type { Measured } from "./measured";
import { tagOf } from "./request";
import type { State } from "./state";
import { fateOf, layersText, powerOfTen, type Fate } from "./verdict";

/** What a reader may predict of the setting shown. */
export interface Question {
  /** Names the setting that is asked about. */
  readonly key: string;
  readonly text: string;
}

const answers = {
  exploded: "overflows",
  vanished: "becomes 0",
  zero: "becomes 0",
  grew: "grows",
  shrank: "shrinks",
  held: "holds",
} as const satisfies Readonly<Record<Fate, string>>;

/** What can be answered, and which answers name a layer, too. */
export const choices: readonly string[] = [...new Set(Object.values(answers))];
export const deaths: readonly string[] = [answers.exploded, answers.vanished];

/** The question of an experiment of the notes in a number format. */
export const questionKey = (experiment: Pick<Experiment, "id">, format: State["format"]): string =>
  `${experiment.id} ${format}`;

export function questionOf(state: State, experiment: Experiment | null): Question {
  const { depth, format } = state;
  const subject = experiment ? `Experiment ${experiment.label}` : "These settings";
  return {
    key: experiment ? questionKey(experiment, format) : `own ${tagOf(state)}`,
    text: `${subject}, in ${format}: what becomes of the scale of the signal over ${formatInteger(depth)} layers, and where, if it dies?`,
  };
}

/** The answer that the runs have given, in the words that could be chosen. */
export function turnedOut(measured: Measured): string {
  const fate = fateOf(measured);
  const { anyNonFinite, allZero } = measured.events;
  switch (fate) {
    case "exploded":
      return `${answers[fate]}, ${layersText(anyNonFinite!)}`;
    case "vanished":
    case "zero":
      return `${answers[fate]}, ${layersText(allZero!)}`;
    default: {
      const [first, last] = [measured.scale.median[0]!, measured.scale.median.at(-1)!];
      return `${answers[fate]}: from ${powerOfTen(first)} to ${powerOfTen(last)}`;
    }
  }
}
