import { kindOf, positions, ticks, type ChartAxis, type ChartTick, type Kind } from "./axis";
import { valuesOf, type ChartSeries } from "./series";

/** A strip along an edge for values that are no numbers. */
export interface Strip {
  readonly kind: Exclude<Kind, "finite">;
  readonly name: string;
  readonly top: number;
  readonly height: number;
}

/** A chart laid out: every number in pixels of its drawing. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Of the part where finite values go. */
  readonly top: number;
  readonly bottom: number;
  readonly strips: readonly Strip[];
  readonly xTicks: readonly ChartTick[];
  readonly yTicks: readonly ChartTick[];
  readonly px: (x: number) => number;
  /** Also of what is no number: the middle of its strip. */
  readonly py: (y: number) => number;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** Room for labels at the right end of curves. */
  readonly labelRoom: number;
}

const STRIP = 18;
/** Widths of characters and lines, in pixels of the drawing. */
const CHARACTER = 7;
const X_TICK_ROOM = 64;
const Y_TICK_ROOM = 42;

/** Lays out a chart: axes, ticks, and a named strip for each kind of value that is no number. */
export function layOut(
  x: ChartAxis,
  y: ChartAxis,
  series: readonly ChartSeries[],
  { width, height, labelRoom }: PlotSize,
): Plot {
  const kinds = kindsOf(series, y);
  const above = (["nan", "above"] as const).filter((kind) => kinds.has(kind));
  const below = (["below"] as const).filter((kind) => kinds.has(kind));
  const outerTop = 30;
  const outerBottom = height - 46;
  const top = outerTop + above.length * STRIP;
  const bottom = outerBottom - below.length * STRIP;
  const yTicks = ticks(y, Math.floor((bottom - top) / Y_TICK_ROOM));
  const longest = Math.max(...yTicks.map(({ text }) => text.length), 3);
  const left = 10 + longest * CHARACTER;
  const right = width - Math.max(labelRoom, 14);
  const names = {
    nan: "NaN",
    above: y.aboveName ?? "∞",
    below: y.belowName ?? (y.kind === "log" ? "0" : "−∞"),
  };
  const strips: Strip[] = [
    ...above.map((kind, at) => strip(kind, names[kind], outerTop + at * STRIP)),
    ...below.map((kind) => strip(kind, names[kind], bottom)),
  ];
  const finite = positions(y, [bottom, top]);
  const middles = new Map(strips.map((one) => [one.kind, one.top + one.height / 2]));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    strips,
    xTicks: ticks(x, Math.floor((right - left) / X_TICK_ROOM)),
    yTicks,
    px: positions(x, [left, right]),
    py: (value) => {
      const kind = kindOf(value, y);
      if (kind !== "finite") return middles.get(kind)!;
      // Far outside the numbers would only make the browser slow; the plot is clipped.
      return Math.min(Math.max(finite(value), -height), 2 * height);
    },
  };
}

function strip(kind: Strip["kind"], name: string, top: number): Strip {
  return { kind, name, top, height: STRIP };
}

function kindsOf(series: readonly ChartSeries[], y: ChartAxis): ReadonlySet<Kind> {
  const kinds = new Set<Kind>();
  for (const one of series)
    for (const values of valuesOf(one))
      for (let at = 0; at < values.length; at++) kinds.add(kindOf(values[at]!, y));
  return kinds;
}
