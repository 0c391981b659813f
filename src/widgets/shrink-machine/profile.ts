import { formatInteger } from "../../core/format/number";
import type { LayerSummary } from "../../core/arch/summary";
import type { Measure } from "./measures";

/** One number a depth, with what stands at its axis. */
export interface Profile {
  readonly title: string;
  /** From 0 (bottom) to 1 (top); `null` where there is no finite number to show. */
  readonly heights: readonly (number | null)[];
  /** Depth of the first value. */
  readonly first: number;
  readonly top: string;
  readonly bottom: string;
  /** Lines with names, between 0 and 1. */
  readonly limits: readonly { readonly at: number; readonly name: string }[];
}

/** Multiply-accumulates of every layer. */
export function workProfile(layers: readonly LayerSummary[]): Profile {
  const macs = layers.map((layer) => layer.macs);
  const most = Math.max(1, ...macs);
  return {
    title: "Multiply-accumulates of each layer",
    heights: macs.map((count) => count / most),
    first: 1,
    top: formatInteger(most),
    bottom: "0",
    limits: [],
  };
}

/** Powers of ten that numbers of 32 bits end at. */
const LIMITS = [
  { power: Math.log10(3.4028235e38), name: "largest 32-bit float" },
  { power: Math.log10(2 ** -126), name: "smallest at full precision" },
] as const;

/** Root mean square at every depth, the picture's first, on a logarithmic axis. */
export function sizeProfile(picture: Measure, measures: readonly Measure[]): Profile | null {
  if (measures.length === 0) return null;
  const powers = [picture, ...measures].map(({ logRms }) => logRms);
  const finite = powers.filter(Number.isFinite);
  // Where numbers leave the format, its end belongs in the picture.
  const lost = measures.some(({ positiveInfinity: a, negativeInfinity: b }) => a + b > 0);
  const faint = measures.some(({ subnormals }) => subnormals > 0);
  const low = Math.floor(Math.min(...finite, faint ? LIMITS[1].power : 0));
  const high = Math.max(Math.ceil(Math.max(...finite, lost ? LIMITS[0].power : 0)), low + 1);
  const place = (power: number) => (power - low) / (high - low);
  return {
    title: "Size of the numbers (root mean square)",
    heights: powers.map((power) => (Number.isFinite(power) ? place(power) : null)),
    first: 0,
    top: powerText(high),
    bottom: powerText(low),
    limits: LIMITS.filter(({ power }) => power > low && power <= high).map(({ power, name }) => ({
      at: place(power),
      name,
    })),
  };
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function powerText(power: number): string {
  if (power === 0) return "1";
  const digits = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)]).join("");
  return `10${power < 0 ? "⁻" : ""}${digits}`;
}
