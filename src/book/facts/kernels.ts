import { type Fact, fact } from "./fact";
import { fixed, list, whole } from "./format";
import { layerMacs, layerWeights } from "./math/cost";
import { mixExample, sobelExample } from "./math/kernel-examples";
import { learnSobel } from "./math/learn-kernel";
import { correlate } from "./math/one-channel";

const COST = "weights C_out·C_in·k²; multiply-accumulates = weights × output positions";
const SOBEL = "Sobel: M = √(gx² + gy²), θ = atan2(gy, gx)";
const LEARNED = "gradient descent on the mean squared error, run while the book is built";

const counted = (value: () => number): Fact => fact(COST, value, whole);
const degrees = (radians: number): number => (radians * 180) / Math.PI;

const maxPool = (row: readonly number[]): readonly number[] =>
  Array.from({ length: row.length / 2 }, (_, at) => Math.max(row[2 * at]!, row[2 * at + 1]!));
const STRIPES = [0, 0, 1, 1, 0, 0, 1, 1];
const shifted = (row: readonly number[]): readonly number[] => [row.at(-1)!, ...row.slice(0, -1)];

const BINOMIAL = [[1], [2], [1]];
const twice = (): readonly number[] =>
  correlate([[0], [0], [1], [2], [1], [0], [0]], BINOMIAL).flat();

/** Facts of chapter 1. */
export const kernelFacts = {
  "photo-numbers": counted(() => 256 * 256 * 3),
  "photo-output": counted(() => 256 - 2),
  "photo-filter-weights": counted(() => layerWeights(3, 1, 3)),
  "photo-filter-parameters": counted(() => layerWeights(3, 1, 3) + 1),
  "photo-macs": counted(() => layerMacs(layerWeights(3, 1, 3), 254)),
  "toy-macs": counted(() => layerMacs(9, 5)),
  "mix-corner": fact("chapter 1, worked example", () => mixExample(1).output[1]![0]!, whole),
  "mix-first": fact("chapter 1, worked example", () => mixExample(1).output[0]![0]!, whole),
  "mix-weights": counted(() => layerWeights(2, 2, 2)),
  "mix-parameters": counted(() => layerWeights(2, 2, 2) + 2),
  "mix-macs": counted(() => layerMacs(layerWeights(2, 2, 2), 2)),
  "sobel-step": fact(SOBEL, () => sobelExample.step().magnitude, whole),
  "sobel-diagonal": fact(SOBEL, () => sobelExample.diagonal().magnitude, fixed(3)),
  "sobel-diagonal-gx": fact(SOBEL, () => sobelExample.diagonal().gx, whole),
  "sobel-centre-gx": fact(SOBEL, () => sobelExample.patch().gx[1]![1]!, whole),
  "sobel-centre-gy": fact(SOBEL, () => sobelExample.patch().gy[1]![1]!, whole),
  "sobel-centre-magnitude": fact(SOBEL, () => sobelExample.centre().magnitude, fixed(3)),
  "sobel-centre-angle": fact(SOBEL, () => degrees(sobelExample.centre().angle ?? 0), fixed(3)),
  "sobel-ramp-a": fact(
    "8·√(a² + b²) = 8, atan2(b, a) = 135°",
    () => Math.cos((135 / 180) * Math.PI),
    fixed(4),
  ),
  "sobel-ramp-b": fact(
    "8·√(a² + b²) = 8, atan2(b, a) = 135°",
    () => Math.sin((135 / 180) * Math.PI),
    fixed(4),
  ),
  "layer-parameters": counted(() => layerWeights(3, 16, 5) + 16),
  "layer-macs": counted(() => layerMacs(layerWeights(3, 16, 5), 24)),
  "layer-output": counted(() => 28 - 4),
  "kernels-64-128": counted(() => 64 * 128),
  "weights-64-128": counted(() => layerWeights(64, 128, 3)),
  "depthwise-weights": counted(() => layerWeights(64, 64, 3, 64)),
  "pointwise-weights": counted(() => layerWeights(64, 128, 1)),
  "separable-weights": counted(() => layerWeights(64, 64, 3, 64) + layerWeights(64, 128, 1)),
  "separable-share": fact("1/C_out + 1/k²", () => 1 / 128 + 1 / 9, fixed(4)),
  "separable-ratio": fact(
    "1/(1/C_out + 1/k²)",
    () => layerWeights(64, 128, 3) / (layerWeights(64, 64, 3, 64) + layerWeights(64, 128, 1)),
    fixed(2),
  ),
  "pool-stripes": fact("maximum of each pair", () => maxPool(STRIPES), list(whole)),
  "pool-stripes-shifted": fact(
    "maximum of each pair",
    () => maxPool(shifted(STRIPES)),
    list(whole),
  ),
  "stripes-shifted": fact(
    "moved right by one, around the end",
    () => shifted(STRIPES),
    list(whole),
  ),
  "binomial-twice": fact("[1 2 1] after [1 2 1]", twice, list(whole)),
  "learned-steps": fact(LEARNED, () => learnSobel().steps, whole),
} satisfies Record<string, Fact>;
