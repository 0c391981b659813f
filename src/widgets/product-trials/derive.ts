import type { SignalChainResult } from "../../compute/types";
import { formatInteger, formatNumber } from "../../core/format/number";
import { normalShare } from "../../core/activation/erf";
import { productTrialLaw, type ProductTrialLaw } from "../../core/moments/product-trial";
import { histogram } from "../../core/statistics/histogram";
import { fiveDigits } from "./five-digits";
import { isNoted, NOTED } from "./noted";
import { openTrial } from "./opened-trial";
import type { State } from "./schema";
import {
  readCarried,
  runKey,
  trialsOf,
  upTo,
  type CarriedTrials,
  type Trials,
  type TrialSession,
} from "./trials";
import type { Funnel, ProductTrialsModel, Reading, Results, RunningPoint } from "./view-model";

/** Points of a running average at most; close together at first, far apart later. */
const POINTS = 160;
/** Bins of results reach so many standard deviations to each side. */
const REACH = 4;

/** The trials to show: those of the run for this very state, else the first ones. */
function trialsSoFar(
  state: State,
  result: SignalChainResult | CarriedTrials | null,
  session: TrialSession | null,
): Trials | null {
  const own = session?.key === runKey(state) ? session : null;
  const first = result && ("means" in result ? readCarried(result) : trialsOf(result, state.width));
  const made = own && own.means.length >= (first?.means.length ?? 0) ? own : first;
  return made && upTo(made, state.trials);
}

export function deriveModel(
  state: State,
  result: SignalChainResult | CarriedTrials | null,
  _assets: unknown,
  session: TrialSession | null = null,
): ProductTrialsModel {
  const law = productTrialLaw(state.width, state.activation);
  const trials = trialsSoFar(state, result, session);
  const path = trials ? pathOf(trials) : [];
  const own = session?.key === runKey(state) ? session : null;
  const opened = openTrial(state, state.trial);
  const reach = REACH * Math.sqrt(state.width);
  const readings = readingsOf(law, path.at(-1));
  const count = trials?.means.length ?? 0;
  return {
    state,
    law,
    trials,
    count,
    running: own?.running ?? false,
    failure: own?.failure ?? null,
    readings,
    funnels: funnelsOf(law, path),
    scatter: scatterOf(state, law, count),
    results: trials && resultsOf(state, law, trials),
    opened,
    products: histogram(opened.products, { from: -reach, to: reach, bins: 32 }),
    path,
    verdict: verdictOf(law, path.at(-1)),
  };
}

/** Averages after 1, 2, 3 … trials, thinned out evenly on a logarithmic axis. */
function pathOf({ means, squares }: Trials): readonly RunningPoint[] {
  const path: RunningPoint[] = [];
  const total = means.length;
  let [sum, sumOfSquares, next] = [0, 0, 1];
  for (let at = 0; at < total; at++) {
    sum += means[at]!;
    sumOfSquares += squares[at]!;
    const trials = at + 1;
    if (trials < next && trials < total) continue;
    path.push({ trials, mean: sum / trials, rms: Math.sqrt(sumOfSquares / trials) });
    next = Math.max(trials + 1, trials * total ** (1 / POINTS));
  }
  return path;
}

function readingsOf(law: ProductTrialLaw, last: RunningPoint | undefined): readonly Reading[] {
  if (!last) return [];
  const { mean, rms } = last;
  return [
    { name: "mean", formula: "Σy / n", measured: mean, theory: law.mean },
    { name: "rms", formula: "√(Σy² / n)", measured: rms, theory: Math.sqrt(law.secondMoment) },
    {
      name: "standard deviation",
      formula: "√(rms² − mean²)",
      measured: Math.sqrt(rms ** 2 - mean ** 2),
      theory: law.deviation,
    },
  ];
}

function funnelsOf(law: ProductTrialLaw, path: readonly RunningPoint[]): readonly Funnel[] {
  const rms = Math.sqrt(law.secondMoment);
  const along = (name: Funnel["name"]) =>
    path.map((point) => ({ trials: point.trials, value: point[name] }));
  return [
    { name: "mean", centre: law.mean, scatter: law.meanScatter, points: along("mean") },
    {
      name: "rms",
      centre: rms,
      // The root makes a small change of the mean square 1/(2·rms) times as large.
      scatter: law.secondMomentScatter / (2 * rms),
      points: along("rms"),
    },
  ];
}

function resultsOf({ measure }: State, law: ProductTrialLaw, trials: Trials): Results {
  const [values, centre, scatter] =
    measure === "mean"
      ? [trials.means, law.mean, law.meanScatter]
      : [trials.squares, law.secondMoment, law.secondMomentScatter];
  const [from, to] = [centre - REACH * scatter, centre + REACH * scatter];
  return { histogram: histogram(values, { from, to, bins: 40 }), centre, scatter };
}

function verdictOf(law: ProductTrialLaw, last: RunningPoint | undefined): string {
  if (!last) return "No trial has been made yet.";
  const { trials, mean, rms } = last;
  const off = (rms ** 2 - law.secondMoment) / (law.secondMomentScatter / Math.sqrt(trials));
  const errors = `${formatNumber(Math.abs(Number(off.toFixed(1))))} standard errors`;
  const further = 2 * normalShare(-Math.abs(off));
  return (
    `After ${formatInteger(trials)} trials the mean is ${fiveDigits(mean)} and the root mean square ${fiveDigits(rms)}, ` +
    `${errors} from the ${fiveDigits(Math.sqrt(law.secondMoment))} of theory: ` +
    (further < 0.01
      ? `only one such run in ${formatInteger(1 / further)} ends further off.`
      : `${Math.round(further * 100)} of 100 such runs end further off.`)
  );
}

/** How one trial and an average scatter, and where the notes' average lies in that cloud. */
function scatterOf(state: State, law: ProductTrialLaw, count: number): readonly string[] {
  const { measure } = state;
  const [what, centre, scatter] =
    measure === "mean"
      ? ["mean", law.mean, law.meanScatter]
      : ["mean square", law.secondMoment, law.secondMomentScatter];
  const sentences = [
    `The ${what} of one trial scatters by ${formatNumber(scatter)} around ${fiveDigits(centre)}. One trial alone proves little.`,
  ];
  if (count > 1)
    sentences.push(
      `The average of ${formatInteger(count)} trials scatters by ${formatNumber(scatter)} ÷ √${formatInteger(count)} = ${formatNumber(scatter / Math.sqrt(count))}.`,
    );
  if (isNoted(state)) {
    const noted = measure === "mean" ? NOTED.mean : NOTED.rms ** 2;
    const rank = normalShare((noted - centre) / (scatter / Math.sqrt(NOTED.trials)));
    sentences.push(
      `The notes’ ${fiveDigits(noted)} after ${formatInteger(NOTED.trials)} trials is a usual result: ${Math.round(rank * 100)} of 100 such runs end below it.`,
    );
  }
  return sentences;
}
