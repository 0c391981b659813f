import type { SignalEvent, SignalShares } from "../../compute/signal-chain";
import type { SignalChainResult } from "../../compute/types";
import { formatInteger, formatNumber } from "../../core/format/number";
import { backwardChart, forwardChart } from "./charts";
import { mostSeeds } from "./cost";
import { experimentOf, type Experiment, type Noted } from "./experiments";
import type { RidgeRow } from "../../viz/chart/histogram-ridge";
import {
  measuredOf,
  uncarry,
  type Carried,
  type EventReading,
  type Measured,
  type Ridge,
} from "./measured";
import { questionOf, turnedOut } from "./question";
import { deviationOf, tagOf } from "./request";
import { SEEDS, type State } from "./state";
import { rememberedTheory, weightScaleOf } from "./theory";
import { powerOfTen, provenanceOf, verdictOf } from "./verdict";
import type { EventRow, Look, RaceModel, Reading, ShareRow } from "./view-model";

type Charts = Pick<RaceModel, "forward" | "backward" | "ridge">;

const eventNames: Readonly<Partial<Record<SignalEvent, string>>> = {
  anySubnormal: "first subnormal number",
  halfZero: "half of all numbers 0",
  allZero: "every number 0",
  anyInfinite: "first ∞",
  anyNonFinite: "first ∞ or NaN",
  allNonFinite: "nothing finite left",
};

const shareNames: Readonly<Record<keyof SignalShares, readonly [string, string]>> = {
  zero: ["zero", "exactly 0"],
  subnormal: ["subnormal", "not 0, but too small to keep all digits"],
  infinite: ["infinite", "larger than the format’s largest number"],
  nan: ["NaN", "not a number, such as ∞ − ∞"],
  saturated: ["saturated", "where the activation’s slope is below 0.01"],
  dead: ["dead", "units that give 0 and pass no gradient"],
};

/** A pure model that remembers what it read of the last answers, so that a cursor moves freely. */
export function createDerive() {
  const theoryFor = rememberedTheory();
  const charts = rememberedCharts();
  const read = new WeakMap<object, Measured>();

  function measure(answer: SignalChainResult | Carried): Measured {
    const known = read.get(answer) ?? ("job" in answer ? measuredOf(answer) : uncarry(answer));
    read.set(answer, known);
    return known;
  }

  return function derive(
    state: State,
    result: SignalChainResult | Carried | null,
    _assets: unknown,
    look: Look | null = null,
  ): RaceModel {
    const tag = tagOf(state);
    const last = look ? measure(look.result) : null;
    const whole = result && measure(result);
    // Of another state nothing is said: an answer still on its way is none.
    const measured = whole?.tag === tag ? whole : last?.tag === tag ? last : null;
    const theory = theoryFor(state);
    const experiment = experimentOf(state);
    const noted = experiment?.noted ?? null;
    const reading = readingOf(state, measured, theory);
    const rank = noted && measured ? rankOf(noted.deviation, measured.finalDeviations) : null;
    return {
      state,
      measured,
      experiment,
      verdict: measured ? verdictOf(state, measured) : "The runs are under way.",
      provenance: measured ? provenanceOf(state, measured) : "",
      noted: noted && rank !== null ? notedSentence(experiment!, rank) : null,
      notedRank: rank,
      ...charts(state, measured, theory, noted),
      cursor: {
        at: reading.layer,
        text: `layer ${reading.layer}: ${reading.scale}; theory ${reading.theory}`,
      },
      reading,
      events: eventRows(measured),
      theory,
      question: questionOf(state, experiment),
      truth: measured && turnedOut(measured),
      seedsNote: seedsNote(state),
    };
  };
}

/** What is drawn of an answer: the same objects while only the cursor moves. */
function rememberedCharts() {
  let drawn: { readonly of: readonly unknown[]; readonly charts: Charts } | null = null;
  return (
    state: State,
    measured: Measured | null,
    theory: readonly number[],
    noted: Noted | null,
  ) => {
    const of = [measured, theory, noted, state.format];
    if (!drawn || of.some((part, at) => part !== drawn!.of[at]))
      drawn = {
        of,
        charts: {
          forward: forwardChart(state, measured, theory, noted),
          backward: measured?.gradient ? backwardChart(state, measured.gradient) : null,
          ridge: measured?.ridge.map(ridgeRow) ?? [],
        },
      };
    return drawn.charts;
  };
}

function rankOf(value: number, sorted: readonly number[]): number {
  const finite = sorted.filter(Number.isFinite);
  if (finite.length === 0) return NaN;
  return (100 * finite.filter((other) => other < value).length) / finite.length;
}

function notedSentence({ label, noted }: Experiment, rank: number): string {
  return `The notes’ single run of Experiment ${label} printed a standard deviation of ${formatNumber(noted!.deviation)}: larger than ${formatNumber(Math.round(rank))} % of these runs.`;
}

function seedsNote(state: State): string | null {
  const most = mostSeeds(state);
  if (most === SEEDS.max) return null;
  return `At most ${formatInteger(most)} with every weight multiplied: more would take minutes.`;
}

function eventRows(measured: Measured | null): readonly EventRow[] {
  return (Object.entries(eventNames) as [SignalEvent, string][]).map(([event, name]) => ({
    name,
    text: measured ? eventText(measured.events[event], measured.seeds) : "–",
  }));
}

function ridgeRow({ layer, from, to, counts, infinite, nan }: Ridge): RidgeRow {
  const finite = counts.some((count) => count > 0);
  const broken = infinite + nan;
  const note = broken > 0 ? `nothing finite: ${infinite > 0 ? "∞ and " : ""}NaN` : "nothing";
  return { name: `layer ${layer}`, from, to, counts, note: finite ? undefined : note };
}

function eventText(event: EventReading | null, seeds: number): string {
  if (!event) return "never";
  const { earliest, median, latest, runs } = event;
  const at = earliest === latest ? `layer ${median}` : `layer ${median} (${earliest} to ${latest})`;
  return runs === seeds ? at : `${at}, in ${formatInteger(runs)} of ${formatInteger(seeds)} runs`;
}

function readingOf(state: State, measured: Measured | null, theory: readonly number[]): Reading {
  const depth = measured?.depth ?? state.depth;
  const layer = Math.min(state.layer, depth);
  const { scale, shares } = measured ?? {};
  const median = scale?.median[layer];
  return {
    layer,
    scale: median === undefined ? "–" : powerOfTen(median),
    theory: powerOfTen(theory[Math.min(layer, theory.length - 1)]!),
    work: workOf(state, layer, theory),
    shares: shareRows(shares?.[layer - 1]),
  };
}

function shareRows(shares: SignalShares | undefined): readonly ShareRow[] {
  return (Object.keys(shareNames) as (keyof SignalShares)[]).map((kind) => ({
    kind,
    name: shareNames[kind][0],
    about: shareNames[kind][1],
    share: shares?.[kind] ?? 0,
    text: shares ? `${formatNumber(100 * shares[kind])} %` : "–",
  }));
}

/** Theory's step into a layer, written out. */
function workOf(state: State, layer: number, theory: readonly number[]): readonly string[] {
  if (layer === 0) return ["x is drawn from N(0, 1): its mean square is 1 on average."];
  const deviation = deviationOf(state);
  const weightScale = weightScaleOf(state);
  const before = theory[layer - 1]!;
  const q = powerOfTen(2 * before);
  const v = powerOfTen(2 * before + Math.log10(weightScale));
  return [
    `n · Var(w) = ${formatInteger(state.width)} · ${formatNumber(deviation)}² = ${formatNumber(weightScale)}`,
    `Var(z) = n · Var(w) · E[x²] = ${formatNumber(weightScale)} · ${q} = ${v}`,
    `E[f(z)²] = ${powerOfTen(2 * theory[layer]!)}, so the scale is ${powerOfTen(theory[layer]!)}`,
  ];
}
