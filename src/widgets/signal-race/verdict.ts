import { formatInteger, formatNumber } from "../../core/format/number";
import type { EventReading, Measured } from "./measured";
import type { State } from "./state";

/** How the signal came out, as measured. */
export type Fate = "exploded" | "vanished" | "grew" | "shrank" | "held" | "zero";

/** A change of the scale by less than this factor, in powers of ten, is called none. */
const HELD = 1;

export function fateOf({ seeds, scale, events, shares }: Measured): Fate {
  const most = seeds / 2;
  if ((events.anyNonFinite?.runs ?? 0) > most) return "exploded";
  if ((events.allZero?.runs ?? 0) > most) {
    const before = shares.slice(0, events.allZero!.median - 1);
    const shrinking = before.some(({ subnormal }) => subnormal > 0) || before.length > 2;
    return shrinking ? "vanished" : "zero";
  }
  const change = scale.median.at(-1)! - scale.median[0]!;
  if (Math.abs(change) <= HELD) return "held";
  return change > 0 ? "grew" : "shrank";
}

/** The layers at which something came, in all runs that it came in. */
export const layersText = ({ earliest, latest }: EventReading): string =>
  earliest === latest ? `layer ${latest}` : `layers ${earliest} to ${latest}`;

const inRuns = ({ runs }: EventReading, seeds: number): string =>
  runs === seeds
    ? seeds === 1
      ? "in the one run"
      : `in all ${formatInteger(seeds)} runs`
    : `in ${formatInteger(runs)} of ${formatInteger(seeds)} runs`;

/** 10 to some power, as it is printed. */
export function powerOfTen(log: number): string {
  if (Number.isNaN(log)) return "NaN";
  if (!Number.isFinite(log)) return log > 0 ? "∞" : "0";
  const value = 10 ** log;
  if (value > 0 && Number.isFinite(value)) return formatNumber(value);
  return `10^${formatNumber(Math.round(log))}`;
}

/** What was measured, in sentences that follow from the numbers alone. */
export function verdictOf(state: State, measured: Measured): string {
  const { seeds, scale, events, depth } = measured;
  const end = powerOfTen(scale.median.at(-1)!);
  const range =
    seeds > 1
      ? ` (nine runs in ten: ${powerOfTen(scale.low.at(-1)!)} to ${powerOfTen(scale.high.at(-1)!)})`
      : "";
  switch (fateOf(measured)) {
    case "exploded": {
      const first = events.anyNonFinite!;
      const all = events.allNonFinite;
      const rest = all
        ? ` Nothing finite was left from ${layersText(all)} on, ${inRuns(all, seeds)}.`
        : "";
      return `The signal exploded: the first number that ${state.format} cannot hold came at ${layersText(first)}, ${inRuns(first, seeds)}.${rest}`;
    }
    case "vanished":
      return `The signal vanished: every number was exactly 0 from ${layersText(events.allZero!)} on, ${inRuns(events.allZero!, seeds)}.`;
    case "zero":
      return `The signal was cut off: every number was exactly 0 from ${layersText(events.allZero!)} on, ${inRuns(events.allZero!, seeds)}.`;
    case "grew":
      return `The signal grew, and ${state.format} still holds it: after ${formatInteger(depth)} layers its scale was ${end}${range}.`;
    case "shrank":
      return `The signal shrank, and ${state.format} still holds it: after ${formatInteger(depth)} layers its scale was ${end}${range}.`;
    case "held":
      return `The signal held: after ${formatInteger(depth)} layers its scale was ${end}${range}.`;
  }
}

const makers = {
  webgl: "the graphics processor",
  simd: "the book’s own loops in WebAssembly",
  plain: "the book’s own loops in JavaScript",
} as const;

/** What exactly was run: the small print of the verdict. */
export function provenanceOf(state: State, measured: Measured): string {
  const { method, exact, seeds, format, madeBy } = measured;
  const way =
    method === "literal"
      ? "Every weight was drawn and multiplied"
      : `Drawn from the same distribution, ${formatInteger(state.width)} times cheaper${exact ? "" : " (approximate for these weights)"}`;
  const what =
    state.columns > 1 ? `a matrix of ${formatInteger(state.columns)} columns` : "a vector";
  return `${way}; ${formatInteger(seeds)} ${seeds === 1 ? "seed" : "seeds"}, x ${what}, every stored number rounded to ${format}, by ${makers[madeBy]}.`;
}
