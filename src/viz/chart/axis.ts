import { scaleLinear, scaleLog } from "d3";
import { formatNumber } from "../../core/format/number";

/** One direction of a chart. */
export interface ChartAxis {
  readonly kind: "linear" | "log";
  /** Ends of the shown range; positive on a log axis, and different. */
  readonly from: number;
  readonly to: number;
  /** What is measured, with its unit. */
  readonly title: string;
  /** Texts of the ticks; default `formatNumber`. */
  readonly format?: ((value: number) => string) | undefined;
  /** What −∞ is called at the edge; on a log axis 0 is drawn there. Default "−∞", or "0". */
  readonly belowName?: string | undefined;
  /** What ∞ is called at the edge. */
  readonly aboveName?: string | undefined;
}

export interface ChartTick {
  readonly value: number;
  readonly text: string;
}

/** Where a value goes: onto the axis, or to an edge that has a name. */
export type Kind = "finite" | "above" | "below" | "nan";

/** How a value is drawn on an axis; a log axis has no place for negative numbers. */
export function kindOf(value: number, axis: Pick<ChartAxis, "kind">): Kind {
  if (Number.isNaN(value)) return "nan";
  if (value === Infinity) return "above";
  if (value === -Infinity) return axis.kind === "log" ? "nan" : "below";
  if (axis.kind === "linear" || value > 0) return "finite";
  return value === 0 ? "below" : "nan";
}

/** Position of finite values between the pixels `start` and `end`. */
export function positions(
  axis: ChartAxis,
  [start, end]: readonly [number, number],
): (value: number) => number {
  const scale = (axis.kind === "log" ? scaleLog() : scaleLinear())
    .domain([axis.from, axis.to])
    .range([start, end]);
  return (value) => scale(value);
}

/** The value at a pixel: the inverse of `positions`. */
export function valueAt(
  axis: ChartAxis,
  [start, end]: readonly [number, number],
  pixel: number,
): number {
  const scale = (axis.kind === "log" ? scaleLog() : scaleLinear())
    .domain([axis.from, axis.to])
    .range([start, end]);
  return scale.invert(pixel);
}

/** Round values about `count` to an axis; on a log axis powers of ten where there is room for none else. */
export function ticks(axis: ChartAxis, count: number): readonly ChartTick[] {
  const format = axis.format ?? formatNumber;
  const values = axis.kind === "log" ? decades(axis, count) : linearTicks(axis, count);
  return values.map((value) => ({ value, text: format(value) }));
}

function linearTicks({ from, to }: ChartAxis, count: number): number[] {
  return scaleLinear().domain([from, to]).ticks(Math.max(count, 2));
}

function decades(axis: ChartAxis, count: number): number[] {
  const [low, high] = [Math.min(axis.from, axis.to), Math.max(axis.from, axis.to)];
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  if (last - first < 1) return scaleLog().domain([low, high]).ticks(count);
  const stride = Math.max(1, Math.ceil((last - first + 1) / count));
  const powers: number[] = [];
  for (let power = first; power <= last; power += stride) powers.push(10 ** power);
  return powers;
}
