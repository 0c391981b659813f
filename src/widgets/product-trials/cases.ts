import type { WidgetCase } from "../../widget-kit/define-widget";
import type { State } from "./schema";
import type { ProductTrialsModel } from "./view-model";

type Case = WidgetCase<State, ProductTrialsModel>;

const near = (model: ProductTrialsModel): boolean => {
  const { law, path, count } = model;
  const last = path.at(-1);
  if (!last) return true;
  const room = 4.5 / Math.sqrt(count);
  return (
    Math.abs(last.mean - law.mean) < room * law.meanScatter &&
    Math.abs(last.rms ** 2 - law.secondMoment) < room * law.secondMomentScatter
  );
};

/** Named states of the trials and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "The notes’ experiment",
    state: {},
    facts: {
      "theory says 9.0226": ({ law }) => law.mean.toFixed(4) === "9.0226",
      "theory says a root mean square of 16": ({ law }) => law.secondMoment === 256,
      "the deviation is 13.21": ({ law }) => law.deviation.toFixed(2) === "13.21",
      "the first trials agree with theory": near,
      "a histogram loses no trial": ({ results, count }) =>
        !results ||
        results.histogram.below +
          results.histogram.above +
          results.histogram.counts.reduce((sum, many) => sum + many, 0) ===
          count,
    },
  },
  {
    name: "Without ReLU",
    state: { activation: "identity", measure: "square" },
    facts: {
      "the mean is 0": ({ law }) => law.mean === 0,
      "rms and standard deviation are one number": ({ law }) =>
        law.deviation === Math.sqrt(law.secondMoment),
      "the first trials agree with theory": near,
    },
  },
  {
    name: "A narrow layer",
    state: { width: 8, trials: 500, seed: 7, trial: 3 },
    facts: {
      "the root mean square is 2": ({ law }) => Math.sqrt(law.secondMoment) === 2,
      "half of the outputs are 0, more or less": ({ opened }) =>
        opened.outputs.filter((value) => value === 0).length < 8,
      "the first trials agree with theory": near,
    },
  },
];
