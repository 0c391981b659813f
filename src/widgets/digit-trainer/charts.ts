import { formatInteger, formatNumber } from "../../core/format/number";
import type { OptimizerSpec } from "../../core/optim/optimizer";
import type { ChartAxis } from "../../viz/chart/axis";
import { nearest, valuesOf, type ChartLimit, type ChartSeries } from "../../viz/chart/series";
import type { SettingsChange, TrainingData } from "../../widget-kit/session/training-data";
import { lossCurves, secondCurves } from "./curves";
import type { Curve } from "./state";
import { percent } from "./verdict";

/** A chart over the epochs of a run, as it is drawn. */
export interface RunChart {
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly limits: readonly ChartLimit[];
  /** The recorded steps, in epochs: where a cursor may stand. */
  readonly stops: readonly number[];
  /** What is read at a stop. */
  readonly describeCursor: (epoch: number) => string;
}

export interface RunCharts {
  readonly loss: RunChart;
  readonly second: RunChart;
}

/** Smallest value that a logarithmic axis reaches down to. */
const FLOOR = 1e-8;
/** Settings' changes that are marked: the latest. */
const MARKED = 6;

const titles: Readonly<Record<Curve, string>> = {
  accuracy: "Share read right",
  gradients: "Length of each layer’s gradient",
  updates: "Length of the update by that of the weights",
  dead: "Share of channels that are 0 all over the batch",
};

/**
 * Both charts of a run.
 *
 * @param stepsPerEpoch of the plan, for before a run has begun
 * @param epochs where the x axis ends at least
 */
export function runCharts(
  reports: TrainingData["reports"],
  marks: TrainingData["marks"],
  before: TrainingData["before"],
  changes: TrainingData["changes"],
  stepsPerEpoch: number,
  epochs: number,
  classes: number,
  curve: Curve,
  names: Readonly<Record<string, string>>,
): RunCharts {
  const run = { reports, marks, before, stepsPerEpoch };
  const stops = reports.map(({ step }) => step / stepsPerEpoch);
  const x: ChartAxis = {
    kind: "linear",
    from: 0,
    to: Math.max(epochs, stops.at(-1) ?? 0),
    title: "epochs",
  };
  const changed = changeLimits(changes, stepsPerEpoch);
  const chart = (
    label: string,
    series: readonly ChartSeries[],
    y: Omit<ChartAxis, "title">,
    guess?: ChartLimit,
  ): RunChart => ({
    label,
    x,
    y: { ...y, title: label },
    series,
    limits: guess ? [guess, ...changed] : changed,
    stops,
    describeCursor: (epoch) => readingAt(series, epoch, stepsPerEpoch, y.format ?? formatNumber),
  });
  const chance = Math.log(classes);
  const loss = lossCurves(run);
  const second = secondCurves(run, curve, names);
  const share = curve === "accuracy" || curve === "dead";
  return {
    loss: chart("Loss, on a logarithmic scale", loss, logAxis([...loss, flat(chance)], 1), {
      at: "y",
      value: chance,
      label: `guessing: ln ${classes}`,
    }),
    second: chart(
      titles[curve],
      second,
      share ? { kind: "linear", from: 0, to: 1, format: percent } : logAxis(second),
      curve === "accuracy" ? { at: "y", value: 1 / classes, label: "guessing" } : undefined,
    ),
  };
}

const flat = (value: number): ChartSeries => ({ kind: "line", name: "", x: [0], y: [value] });

/** A logarithmic axis that holds every positive number of its curves, and `held`. */
function logAxis(series: readonly ChartSeries[], held?: number): Omit<ChartAxis, "title"> {
  let [low, high] = held === undefined ? [Infinity, 0] : [held, held];
  for (const one of series)
    for (const values of valuesOf(one))
      for (let at = 0; at < values.length; at++) {
        const value = values[at]!;
        if (!(value > FLOOR) || value === Infinity) continue;
        if (value < low) low = value;
        if (value > high) high = value;
      }
  if (high === 0) [low, high] = [0.1, 1];
  return { kind: "log", from: low / 1.15, to: high * 1.2 };
}

/** Lines where the reader changed a setting; the last one says what. */
function changeLimits(
  changes: readonly SettingsChange[],
  stepsPerEpoch: number,
): readonly ChartLimit[] {
  const marked = changes.flatMap(({ step, settings }, at) => {
    const before = changes[at - 1]?.settings;
    const label = before && changeOf(before.optimizer, settings.optimizer);
    return label ? [{ at: "x" as const, value: step / stepsPerEpoch, label }] : [];
  });
  const shown = marked.slice(-MARKED);
  return shown.map((limit, at) => (at === shown.length - 1 ? limit : { ...limit, label: "" }));
}

function changeOf(before: OptimizerSpec, now: OptimizerSpec): string {
  if (before.name !== now.name) return now.name;
  if (before.learningRate !== now.learningRate) return `rate ${formatNumber(now.learningRate)}`;
  if (before.weightDecay !== now.weightDecay) return `decay ${formatNumber(now.weightDecay ?? 0)}`;
  return JSON.stringify(before) === JSON.stringify(now) ? "" : "momentum";
}

/** "Step 315, epoch 2.52: each batch 0.31, mean of 12 batches 0.33; new ones 0.29 after step 300." */
function readingAt(
  series: readonly ChartSeries[],
  epoch: number,
  stepsPerEpoch: number,
  format: (value: number) => string,
): string {
  const stepAt = (place: number) => Math.round(place * stepsPerEpoch);
  const parts = series.flatMap((one) => {
    const near = nearest(one.x, epoch);
    const value =
      one.kind === "band" ? undefined : (one.kind === "runs" ? one.runs[0]! : one.y)[near];
    if (value === undefined) return [];
    const step = stepAt(one.x[near]!);
    const then = one.kind === "theory" || step === stepAt(epoch);
    return `${one.name} ${format(value)}${then ? "" : ` after step ${formatInteger(step)}`}`;
  });
  const place = `Step ${formatInteger(stepAt(epoch))}, epoch ${formatNumber(Number(epoch.toFixed(2)))}`;
  return `${place}: ${parts.join(", ")}.`;
}
