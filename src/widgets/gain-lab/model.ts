import type {
  ActivationMomentsRequest,
  ActivationMomentsResult,
} from "../../compute/activation-moments";
import { evaluator } from "../../core/expression/evaluate";
import type { Mistake } from "../../core/expression/mistake";
import { parse } from "../../core/expression/parse";
import { formatNumber } from "../../core/format/number";
import type { DataTable, WidgetModel } from "../../widget-kit/define-widget";
import { formulaOf, listed, specOf } from "./activations";
import { codeExamples } from "./code";
import { measuresOf, type Measure } from "./measures";
import { mistakeOf } from "./mistake";
import { DEPTH, type State } from "./schema";
import { verdictOf } from "./verdict";

export interface GainModel {
  readonly state: State;
  readonly name: string;
  /** What is wrong with the typed formula; `null` for nothing. */
  readonly mistake: Mistake | null;
  /** Of this state or of the last one that could be worked out; `null` before the first. */
  readonly result: ActivationMomentsResult | null;
  /** Whether `result` is this state's. */
  readonly current: boolean;
  readonly measures: readonly Measure[];
  readonly verdict: string;
  /** f at −4, −3.9, … 4. */
  readonly curve: readonly { readonly x: number; readonly y: number }[];
  /** Gain in use; `null` while there is none. */
  readonly gain: number | null;
  /** Variance of the pre-activations of layers 1, 2, …; as far as it is known. */
  readonly variances: readonly number[];
  readonly layerText: string;
}

function request(state: State): ActivationMomentsRequest | null {
  if (mistakeOf(state)) return null;
  return {
    job: "activationMoments",
    activation: specOf(state),
    gain: state.derived ? "derived" : state.gain,
    inputSecondMoment: 10 ** state.start,
    depth: DEPTH,
  };
}

/** Names the layer stepped to and its variance. */
export function layerText(variances: readonly number[], layer: number): string {
  if (layer === 0) return "the input";
  const variance = variances[layer - 1];
  return variance === undefined
    ? `layer ${layer}`
    : `layer ${layer}: variance ${formatNumber(variance)}`;
}

function curveOf(state: State): GainModel["curve"] {
  const f = evaluator(parse(formulaOf(state)));
  return Array.from({ length: 81 }, (_, at) => {
    const x = (at - 40) / 10;
    return { x, y: f(x) };
  });
}

function derive(state: State, result: ActivationMomentsResult | null): GainModel {
  const mistake = mistakeOf(state);
  const asked = request(state);
  const current =
    result !== null && asked !== null && JSON.stringify(result.asked) === JSON.stringify(asked);
  const variances = result?.layers.map(({ preVariance }) => preVariance) ?? [];
  return {
    state,
    name: state.activation === "typed" ? state.formula : listed[state.activation].label,
    mistake,
    result,
    current,
    measures: result ? measuresOf(result) : [],
    verdict: mistake
      ? `The formula cannot be read yet${result ? "; the numbers are those of the last one that could" : ""}.`
      : result
        ? verdictOf(result)
        : "The quadrature is being done.",
    curve: mistake ? [] : curveOf(state),
    gain: result && Number.isFinite(result.gain) ? result.gain : null,
    variances,
    layerText: layerText(variances, state.layer),
  };
}

function describe({ state, name, measures, verdict, mistake, current }: GainModel): string {
  if (mistake) return `The typed formula stops making sense at character ${mistake.at + 1}.`;
  // The numbers shown are still those of the setting before.
  if (!current) return `Activation ${name.trim()}: its numbers are being worked out.`;
  const said = measures
    .filter(({ id }) => id === "gain" || id === "mapSlope")
    .map(
      (measure) => `${measure.name} ${Number.isNaN(measure.value) ? "not defined" : measure.text}`,
    )
    .join(", ");
  const own = state.derived ? "" : ` with weights of gain ${formatNumber(state.gain)}`;
  return `Activation ${name.trim() || "without a name"}${own}${said ? `: ${said}` : ""}. ${verdict}`.replaceAll(
    "NaN",
    "not a number",
  );
}

function table({ result, measures, name, current }: GainModel): DataTable | null {
  if (!result) return null;
  return {
    caption: `${current ? name : "The setting before"} with gain ${formatNumber(result.gain)}: moments, then variance and χ of every layer`,
    columns: ["", "Value", "χ"],
    rows: [
      ...measures.map((measure) => [measure.name, measure.text, ""]),
      ...result.layers.map(({ preVariance, chi }, at) => [
        `Layer ${at + 1}`,
        formatNumber(preVariance),
        formatNumber(chi),
      ]),
    ],
  };
}

export const model: WidgetModel<State, ActivationMomentsResult, GainModel> = {
  request,
  derive,
  describe,
  code: (state, viewModel) => codeExamples(state, viewModel?.result ?? null),
  table,
  carried: ({ result }) => result,
};
