import type { SignalChainResult } from "../../compute/types";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { DataTable, WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { deriveModel } from "./derive";
import type { State } from "./schema";
import { carriedTrials, trialRequest, type TrialSession } from "./trials";
import type { ProductTrialsModel } from "./view-model";

function describe({ state, verdict, opened }: ProductTrialsModel): string {
  const layer = state.activation === "relu" ? "relu(W·x)" : "W·x";
  return (
    `Trials of ${layer} with ${formatInteger(state.width)} inputs and outputs, all drawn anew each time. ` +
    `${verdict} In trial ${formatInteger(opened.trial + 1)} the mean is ${formatNumber(opened.mean)} ` +
    `and the mean square ${formatNumber(opened.square)}.`
  );
}

function table({ path, law, state }: ProductTrialsModel): DataTable {
  // Every power of ten, and the last.
  const rows = path.filter(
    ({ trials }, at) =>
      at === path.length - 1 ||
      Math.floor(Math.log10(path[at + 1]!.trials)) > Math.floor(Math.log10(trials)),
  );
  const row = (name: string, mean: number, rms: number) => [
    name,
    formatNumber(mean),
    formatNumber(rms),
    formatNumber(Math.sqrt(Math.max(rms ** 2 - mean ** 2, 0))),
  ];
  return {
    caption: `Averages over the first trials, width ${state.width}`,
    columns: ["Trials", "Mean", "Root mean square", "Standard deviation"],
    rows: [
      ...rows.map(({ trials, mean, rms }) => row(formatInteger(trials), mean, rms)),
      row("Theory", law.mean, Math.sqrt(law.secondMoment)),
    ],
  };
}

export const model: WidgetModel<State, SignalChainResult, ProductTrialsModel, TrialSession> = {
  request: (state) => trialRequest(state, 0),
  derive: deriveModel,
  describe,
  code: codeExamples,
  table,
  carried: ({ trials }) => trials && carriedTrials(trials),
};
