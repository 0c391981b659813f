import { kernelReach } from "../../core/conv/geometry";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { Chain } from "./chain";
import { NUMBER_BYTES } from "./costs";
import type { Depth, Measure } from "./measures";
import type { Recipe } from "./state";
import { firstDepth } from "./trace";

/** `12 layers`, `1 layer`. */
export function layersText(count: number): string {
  return `${formatInteger(count)} ${count === 1 ? "layer" : "layers"}`;
}

export function bytesText(numbers: number): string {
  const bytes = numbers * NUMBER_BYTES;
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${formatNumber(bytes / 1000)} kB` : `${formatNumber(bytes / 1e6)} MB`;
}

/** `199x199 > 197x197 > …`: every size, as the notes print them. */
export function chainText({ sides }: Chain): string {
  return sides.map((side) => `${side}x${side}`).join(" > ");
}

/** Sizes in few words: `199 → 100 → … → 1`. */
export function sizesText({ sides }: Chain): string {
  if (sides.length <= 14) return sides.join(" → ");
  return [...sides.slice(0, 4), "…", ...sides.slice(-3)].join(" → ");
}

export function verdictText({ layers, sides, ending }: Chain): string {
  const [first, last] = [sides[0]!, sides.at(-1)!];
  if (ending === "one") return `${layersText(layers.length)} take ${first} × ${first} to 1 × 1.`;
  if (layers.length === 0) return `Not even the first layer fits ${first} × ${first}.`;
  if (ending === "stuck" && last >= first)
    return `A layer makes ${last} × ${last} of ${first} × ${first}: this way never gets down.`;
  return `After ${layersText(layers.length)} ${first} × ${first} has become ${last} × ${last}, and there it ends.`;
}

/** Why a chain does not get to 1 × 1. */
export function troubleText(recipe: Recipe, { sides, ending }: Chain): string | null {
  if (ending === "one") return null;
  const last = sides.at(-1)!;
  const { kernelSize: k, stride, padding, dilation, pool, averageAt } = recipe;
  if (ending === "stuck") {
    const side = sides.at(-1)!;
    return `With stride ${stride} and padding ${padding} a ${k} × ${k} layer makes nothing smaller of ${side} × ${side}; one could go on for ever.`;
  }
  const reach = kernelReach(k, dilation === "double" ? 1 : Number(dilation));
  const room = last + 2 * padding;
  const plain = stride === 1 && padding === 0 && pool === "none" && averageAt === 0;
  const parity = plain ? parityText(recipe, reach - 1) : "";
  return `The next window covers ${reach} cells a side, and only ${room} are there: it fits nowhere, so there is no output.${parity}`;
}

/** Why plain layers miss 1, each of which takes `loss` away, or with doubled dilation multiples of it. */
function parityText({ side, dilation }: Recipe, loss: number): string {
  const doubled = dilation === "double";
  if (loss === 2)
    return ` Each layer takes ${doubled ? "an even number" : 2} away, so an even side stays even, and 1 is odd.`;
  const taken = doubled ? `a multiple of ${loss}` : loss;
  return ` Each layer takes ${taken} away, and ${side} − 1 is no multiple of ${loss}.`;
}

export function rangeText({ min, max }: Measure): string {
  return min === max ? formatNumber(min) : `${formatNumber(min)} to ${formatNumber(max)}`;
}

/** `12 × NaN, 3 × ∞`, or `null` when every number is finite. */
export function oddText({ nan, positiveInfinity, negativeInfinity }: Measure): string | null {
  const parts = [
    [nan, "NaN"],
    [positiveInfinity, "+∞"],
    [negativeInfinity, "−∞"],
  ] as const;
  const present = parts.filter(([count]) => count > 0);
  if (present.length === 0) return null;
  return present.map(([count, name]) => `${formatInteger(count)} × ${name}`).join(", ");
}

/** What becomes of the numbers on the way down, as measured. */
export function signalText(
  picture: Measure,
  depths: readonly Depth[],
  format: "float32" | "float16",
): string {
  if (depths.length === 0) return "The maps are being computed.";
  const name = format === "float32" ? "32-bit floats" : "16-bit floats";
  const said: string[] = [];
  const infinite = firstDepth(
    depths,
    ({ measure }) => measure.positiveInfinity + measure.negativeInfinity > 0,
  );
  const nan = firstDepth(depths, ({ measure }) => measure.nan > 0);
  const zero = firstDepth(depths, ({ side, measure }) => measure.zeros === side * side);
  const tiny = firstDepth(depths, ({ measure }) => measure.subnormals > 0);
  if (infinite !== null)
    said.push(`At depth ${infinite} the first numbers are too large for ${name} and become ∞.`);
  if (nan !== null) said.push(`At depth ${nan} the first NaN comes of ∞ − ∞ or 0 × ∞.`);
  if (tiny !== null)
    said.push(`At depth ${tiny} the first numbers are too small for full precision.`);
  if (zero !== null) said.push(`From depth ${zero} on every number is 0.`);
  if (said.length > 0) return said.join(" ");
  const last = depths.at(-1)!.measure;
  return (
    `The picture’s numbers run from ${rangeText(picture)}; ` +
    (last.min === last.max
      ? `the last number is ${formatNumber(last.min)}.`
      : `the last map’s from ${rangeText(last)}.`) +
    ` All maps are kept as ${name}.`
  );
}
