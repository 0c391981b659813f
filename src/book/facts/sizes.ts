import { type OutputSizeOptions, outputSize } from "../../core/conv/geometry";
import { receptiveField } from "../../core/receptive-field/receptive-field";
import { repeated, sizeChain } from "../../core/receptive-field/window-step";
import { type Fact, fact } from "./fact";
import { fixed, percent, whole } from "./format";
import { inceptionCosts, layerMacs, layerWeights } from "./math/cost";

const SIZE = "output size ⌊(n + p₀ + p₁ − d(k − 1) − 1)/s⌋ + 1; Dumoulin & Visin 2016";
const COST = "weights C_out·C_in·k²; multiply-accumulates = weights × output positions";

function size(input: number, kernel: number, options: OutputSizeOptions = {}): Fact {
  return fact(SIZE, () => outputSize(input, kernel, options)!, whole);
}

const evenly = (padding: number, stride = 1): OutputSizeOptions => ({
  padBefore: padding,
  padAfter: padding,
  stride,
});

const counted = (value: () => number): Fact => fact(COST, value, whole);
const side = (input: number, kernel: number): number => outputSize(input, kernel)!;
const macs = (input: number, kernel: number): number =>
  layerMacs(layerWeights(1, 1, kernel), side(input, kernel));

const overlap = (kernel: number): Fact =>
  fact(
    "neighbouring windows share (k − s)/k of their cells",
    () => (kernel - 1) / kernel,
    percent(1),
  );

const stackMacs = (input: number, layers: number): number =>
  sizeChain(input, [{ kernelSize: 3 }])
    .slice(1, layers + 1)
    .reduce((sum, output) => sum + layerMacs(9, output), 0);

const CHANNELS = 64;
const stacked = (layers: number): number => layers * layerWeights(CHANNELS, CHANNELS, 3);
const single = (layers: number): number => layerWeights(CHANNELS, CHANNELS, 2 * layers + 1);

const inBottleneck = (): number =>
  layerWeights(256, 64, 1) + layerWeights(64, 64, 3) + layerWeights(64, 256, 1);

const millions = (value: number): string => `${fixed(1)(value / 1e6)} M`;

/** Facts of chapter 2. */
export const sizeFacts = {
  "size-even-kernel": size(10, 2, evenly(1)),
  "size-odd-kernel": size(10, 3, evenly(1)),
  "size-even-one-sided": size(10, 2, { padAfter: 1 }),
  "size-plain-3": size(10, 3),
  "size-stride-2": size(10, 3, evenly(0, 2)),
  "size-stride-2-unfloored": fact(
    "(n − k + 2p)/s + 1 without the floor",
    () => 7 / 2 + 1,
    fixed(1),
  ),
  "size-100-3": size(100, 3),
  "size-100-20": size(100, 20),
  "size-stem": size(224, 7, evenly(3, 2)),
  "size-alexnet-227": size(227, 11, evenly(0, 4)),
  "size-alexnet-224": size(224, 11, evenly(0, 4)),
  "size-alexnet-224-padded": size(224, 11, evenly(2, 4)),
  "size-199-halved": size(199, 3, evenly(1, 2)),
  "size-32-5": size(32, 5),
  "size-28-5": size(28, 5, evenly(2)),
  "reach-7-2": fact("(k − 1)·d + 1", () => 6 * 2 + 1, whole),
  "padding-7-2": fact("p = d(k − 1)/2 keeps the size", () => (2 * (7 - 1)) / 2, whole),
  "layers-rf-31": fact("1 + 2L ≥ 31", () => Math.ceil((31 - 1) / 2), whole),
  "overlap-3": overlap(3),
  "overlap-5": overlap(5),
  "overlap-7": overlap(7),
  "overlap-11": overlap(11),
  "overlap-20": overlap(20),
  "reads-20": fact("a stride-1 window reads each inner cell k² times", () => 20 ** 2, whole),
  "box-3-response": fact("9 object cells of k²", () => 9 / 3 ** 2, fixed(1)),
  "box-20-response": fact("9 object cells of k²", () => 9 / 20 ** 2, fixed(4)),
  "box-3-signal": fact("signal-to-noise 9/(kσ), noise deviation σ = 1", () => 9 / 3, fixed(0)),
  "box-20-signal": fact("signal-to-noise 9/(kσ), noise deviation σ = 1", () => 9 / 20, fixed(2)),
  "weights-20": counted(() => layerWeights(1, 1, 20)),
  "macs-100-3": counted(() => macs(100, 3)),
  "macs-100-20": counted(() => macs(100, 20)),
  "macs-100-ratio": fact(COST, () => macs(100, 20) / macs(100, 3), fixed(1)),
  "macs-stack-21": counted(() => stackMacs(100, 10)),
  "macs-single-21": counted(() => macs(100, 21)),
  "rf-ten": fact("1 + L(k − 1)", () => receptiveField(repeated({ kernelSize: 3 }, 10)).size, whole),
  "stack-2-saving": fact("1 − 18C²/25C²", () => 1 - 18 / 25, percent()),
  "stack-3-extra": fact(
    "49C²/27C² − 1; Simonyan & Zisserman 2015 §2.3",
    () => 49 / 27 - 1,
    percent(),
  ),
  "stack-3-weights": counted(() => stacked(3)),
  "single-7-weights": counted(() => single(3)),
  "stem-single": counted(() => layerWeights(3, 64, 7)),
  "stem-stack": counted(() => layerWeights(3, 64, 3) + 2 * layerWeights(64, 64, 3)),
  "stem-break-even": fact(
    "49·64·C = 9·64·C + 2·9·64²",
    () => (2 * layerWeights(64, 64, 3)) / (40 * 64),
    fixed(1),
  ),
  "stem-break-even-whole": fact(
    "49·64·C < 9·64·C + 2·9·64²",
    () => Math.floor((2 * layerWeights(64, 64, 3)) / (40 * 64)),
    whole,
  ),
  "stem-break-even-constant": counted(() => 2 * layerWeights(64, 64, 3)),
  "depthwise-7-weights": counted(() => layerWeights(96, 96, 7, 96)),
  "factorised-7": counted(() => 7 + 7),
  "two-3x3-freedom": fact(
    "2·9 weights; scaling one kernel up and the other down changes nothing",
    () => 2 * 9 - 1,
    whole,
  ),
  "winograd-direct": fact("F(2×2, 3×3): 4 outputs × 9; Lavin & Gray 2016", () => 4 * 9, whole),
  "winograd-fast": fact("F(2×2, 3×3): a 4×4 tile; Lavin & Gray 2016", () => 4 * 4, whole),
  "winograd-ratio": fact("36/16", () => 36 / 16, fixed(2)),
  "mixer-parameters": counted(() => layerWeights(200, 1, 1) + 1),
  "mixer-macs": counted(() => layerMacs(layerWeights(200, 1, 1), 10)),
  "expand-parameters": counted(() => layerWeights(64, 256, 1) + 256),
  "bottleneck-weights": counted(inBottleneck),
  "bottleneck-middle": counted(() => layerWeights(64, 64, 3)),
  "bottleneck-narrow": counted(() => layerWeights(256, 64, 1)),
  "bottleneck-plain": counted(() => layerWeights(256, 256, 3)),
  "bottleneck-ratio": fact(COST, () => layerWeights(256, 256, 3) / inBottleneck(), fixed(1)),
  "inception-weights": counted(() => inceptionCosts().reduced.weights),
  "inception-naive-weights": counted(() => inceptionCosts().naive.weights),
  "inception-macs": fact(COST, () => inceptionCosts().reduced.macs, millions),
  "inception-naive-macs": fact(COST, () => inceptionCosts().naive.macs, millions),
  "inception-branch-naive-macs": fact(
    COST,
    () => layerMacs(layerWeights(192, 32, 5), 28),
    millions,
  ),
  "inception-branch-macs": fact(
    COST,
    () => layerMacs(layerWeights(192, 16, 1) + layerWeights(16, 32, 5), 28),
    millions,
  ),
  "inception-channels": counted(() => 64 + 128 + 32 + 32),
  "inception-naive-channels": counted(() => 64 + 128 + 32 + 192),
} satisfies Record<string, Fact>;
