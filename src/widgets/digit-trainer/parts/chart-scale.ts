export type YScale =
  | { readonly kind: "log" }
  /** From 0 to `most`, or to the largest value. */
  | { readonly kind: "linear"; readonly most?: number };

export interface ChartScale {
  /** Place of a value between the ends, 0 to 1; beyond them it stays there. */
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Smallest value that a logarithmic axis reaches down to. */
const FLOOR = 1e-8;

/** An axis that holds all finite values. */
export function chartScale(values: readonly number[], scale: YScale): ChartScale {
  const held = (share: number) => Math.min(Math.max(share, 0), 1);
  const finite = values.filter(Number.isFinite);
  if (scale.kind === "linear") {
    const most = scale.most ?? Math.max(...finite, 1e-3);
    return { place: (value) => held(value / most), ticks: ticksOf(0, most, 5) };
  }
  const positive = finite.filter((value) => value > FLOOR);
  const low = Math.log10(Math.min(...positive, 1));
  const high = Math.log10(Math.max(...positive, 1));
  const [bottom, top] = [low - 0.05, Math.max(high + 0.08, low + 0.3)];
  return {
    place: (value) => held((Math.log10(Math.max(value, FLOOR)) - bottom) / (top - bottom)),
    ticks: logTicks(bottom, top),
  };
}

/** Round numbers from `low` to `high`, about `count` of them. */
export function ticksOf(low: number, high: number, count: number): readonly number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.99)!;
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high * 1.0001; at++)
    ticks.push(Number((at * step).toPrecision(6)));
  return ticks;
}

/** 1, 2 and 5 of every decade where there are few decades, else the decades. */
function logTicks(bottom: number, top: number): readonly number[] {
  const factors = top - bottom > 2.5 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let decade = Math.floor(bottom); decade <= top; decade++)
    for (const factor of factors) {
      const tick = Number(`${factor}e${decade}`);
      if (Math.log10(tick) >= bottom && Math.log10(tick) <= top) ticks.push(tick);
    }
  return ticks;
}
