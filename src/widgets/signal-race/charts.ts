import { formatLimits } from "../../core/float-format/float-format";
import { formatNumber } from "../../core/format/number";
import type { ChartAxis } from "../../viz/chart/axis";
import type { ChartLimit, ChartSeries, PointSeries } from "../../viz/chart/series";
import type { Noted } from "./experiments";
import type { Cloud, Measured } from "./measured";
import type { State } from "./state";
import type { Chart } from "./view-model";

const SUPER: Readonly<Record<string, string>> = {
  "-": "⁻",
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, digit) => [String(digit), sign])),
};
/** 10 to some power: in figures where they are few, else as a power. */
const power = (log: number): string =>
  Math.abs(log) < 3 || !Number.isInteger(log)
    ? formatNumber(Number((10 ** log).toPrecision(2)))
    : `10${[...String(log)].map((sign) => SUPER[sign]).join("")}`;

/** Decades that an axis shows at least. */
const LEAST = 1.5;

/** The range of all finite values, with room; where runs left the format, its end is in it. */
function rangeOf(
  lists: readonly (readonly number[])[],
  ends: readonly number[],
): readonly [number, number] {
  const finite = lists.flat().filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite, ...ends), Math.max(0, ...finite, ...ends)];
  const room = Math.max((high - low) * 0.08, (LEAST - (high - low)) / 2, 0.1);
  return [low - room, high + room];
}

const xAxis = (depth: number): ChartAxis => ({
  kind: "linear",
  from: 0,
  to: depth,
  title: "layer",
});

function yAxis(title: string, [from, to]: readonly [number, number]): ChartAxis {
  return { kind: "linear", from, to, title, format: power, belowName: "0", aboveName: "∞" };
}

export function limitsOf(
  { format }: Pick<State, "format">,
  { from, to }: ChartAxis,
): readonly ChartLimit[] {
  const { largest, smallestNormal, smallest, flushes } = formatLimits[format];
  const name = format.replace("-flush", "");
  const ends: readonly (readonly [string, number])[] = [
    [`largest ${name}`, largest],
    [`smallest normal ${name}`, smallestNormal],
    ...(flushes ? [] : [[`smallest ${name}`, smallest] as const]),
  ];
  return ends
    .map(([label, value]) => ({ at: "y" as const, value: Math.log10(value), label }))
    .filter(({ value }) => value > from && value < to);
}

/** Where the notes' printed run ended; its root mean square follows from mean and deviation. */
function dotOf(noted: Noted, width: number, depth: number): PointSeries {
  const second = noted.mean ** 2 + noted.deviation ** 2 * ((width - 1) / width);
  return {
    kind: "points",
    name: "the notes’ run",
    tone: "mark",
    x: [depth],
    y: [Math.log10(second) / 2],
  };
}

const upTo = (depth: number): readonly number[] =>
  Array.from({ length: depth + 1 }, (_, layer) => layer);

export function forwardChart(
  state: State,
  measured: Measured | null,
  theory: readonly number[],
  noted: Noted | null,
): Chart {
  const { depth } = measured ?? state;
  const { largest, smallest } = formatLimits[state.format];
  const [top, bottom] = [Math.log10(largest), Math.log10(smallest)];
  const inFormat = theory.filter((log) => log < top && log > bottom);
  const ends = measured
    ? [...(measured.events.anyNonFinite ? [top] : []), ...(measured.events.allZero ? [bottom] : [])]
    : [];
  const cloud = measured ? [measured.scale.low, measured.scale.high, ...measured.runs] : [];
  const y = yAxis("scale of the signal (root mean square)", rangeOf([...cloud, inFormat], ends));
  const x = upTo(depth);
  const series: ChartSeries[] = [];
  if (measured) {
    const { scale, runs } = measured;
    series.push({ kind: "band", name: "nine runs of ten", x, low: scale.low, high: scale.high });
    series.push({ kind: "runs", name: "single runs", x, runs });
    series.push({ kind: "line", name: "median run", x, y: scale.median });
  }
  // Theory knows no number format: it is drawn as far as the chart goes.
  const known = upTo(theory.length - 1).filter(
    (layer) => theory[layer]! >= y.from && theory[layer]! <= y.to,
  );
  series.push({
    kind: "theory",
    name: "theory, infinite width",
    x: known,
    y: known.map((layer) => theory[layer]!),
  });
  if (noted) series.push(dotOf(noted, state.width, depth));
  return {
    label: "Scale of the signal, layer by layer",
    x: xAxis(depth),
    y,
    series,
    stops: x,
    limits: limitsOf(state, y),
  };
}

export function backwardChart(state: State, gradient: Cloud): Chart {
  const depth = gradient.median.length - 1;
  const y = yAxis(
    "scale of the gradient by each layer’s output",
    rangeOf([gradient.low, gradient.high], []),
  );
  const x = upTo(depth);
  return {
    label: "Scale of the gradient, layer by layer, on its way back from the last",
    x: xAxis(depth),
    y,
    series: [
      {
        kind: "band",
        name: "nine runs of ten",
        tone: "second",
        x,
        low: gradient.low,
        high: gradient.high,
      },
      { kind: "line", name: "median gradient", tone: "second", x, y: gradient.median },
    ],
    limits: limitsOf(state, y),
    height: 240,
  };
}
