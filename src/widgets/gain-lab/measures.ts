import type { ActivationMomentsResult } from "../../compute/activation-moments";
import { formatNumber } from "../../core/format/number";
import { measureIds, type MeasureId } from "./schema";

export interface Measure {
  readonly id: MeasureId;
  readonly name: string;
  /** What it says, in a few words. */
  readonly about: string;
  readonly value: number;
  readonly text: string;
  /** How it comes about, line by line. */
  readonly work: readonly string[];
}

const EDGES = ["−∞", "−3", "−2", "−1", "0", "1", "2", "3", "∞"];

const intervals = (shares: readonly number[]): readonly string[] =>
  shares.map((share, at) => `z from ${EDGES[at]} to ${EDGES[at + 1]}: ${formatNumber(share)}`);

const integral = (what: string, value: number): string =>
  `∫ ${what} · e^(−z²/2) / √(2π) dz = ${formatNumber(value)}`;

/** The numbers of an activation, each with the calculation behind it. */
export function measuresOf(result: ActivationMomentsResult): readonly Measure[] {
  const { moments, secondByInterval, gain } = result;
  const { mean, second, slopeSecond } = moments;
  const scale = gain ** 2;
  const given: Readonly<Record<MeasureId, Omit<Measure, "id" | "text">>> = {
    mean: {
      name: "E f",
      about: "mean of the output",
      value: mean,
      work: [integral("f(z)", mean)],
    },
    second: {
      name: "E f²",
      about: "mean square of the output",
      value: second,
      work: [...intervals(secondByInterval), `together ${integral("f(z)²", second)}`],
    },
    gain: {
      name: "gain",
      about: "keeps the mean square at 1",
      value: moments.gain,
      work: [`1/√E f² = 1/√${formatNumber(second)} = ${formatNumber(moments.gain)}`],
    },
    slopeSecond: {
      name: "E f′²",
      about: "mean square of the slope",
      value: slopeSecond,
      work: [integral("f′(z)²", slopeSecond)],
    },
    chi: {
      name: "χ",
      about: "factor on squared gradients at scale 1",
      value: scale * slopeSecond,
      work: [
        `gain² · E f′² = ${formatNumber(gain)}² · ${formatNumber(slopeSecond)} = ${formatNumber(scale * slopeSecond)}`,
      ],
    },
    mapSlope: {
      name: "slope of the map",
      about: "what becomes of an error at scale 1",
      value: scale * second * moments.mapSlope,
      work: [
        `gain² · E[z f f′] = ${formatNumber(gain)}² · ${formatNumber(moments.mapSlope * second)} = ${formatNumber(scale * second * moments.mapSlope)}`,
      ],
    },
  };
  return measureIds.map((id) => ({ id, ...given[id], text: formatNumber(given[id].value) }));
}
