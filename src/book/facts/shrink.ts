import { influence } from "../../core/receptive-field/influence";
import { profileDeviation, shareOfCells, squareHolding } from "../../core/receptive-field/profile";
import { receptiveField } from "../../core/receptive-field/receptive-field";
import { repeated, sizeChain, type WindowStep } from "../../core/receptive-field/window-step";
import { type Fact, fact } from "./fact";
import { fixed, list, percent, scientific, whole } from "./format";
import { layerMacs } from "./math/cost";
import { summaryOf, vgg16Costs, vgg16Fields } from "./math/networks";

const CHAIN = "every 3×3 without padding takes 2 from the size";
const FIELD = "r ← r + (k − 1)·d·j, j ← j·s; Araujo, Norris & Sim 2019";
const PATHS = "counting paths through equal taps; Luo et al. 2016";

const THREE: WindowStep = { kernelSize: 3 };
const POOL: WindowStep = { kernelSize: 2, stride: 2 };
const THIRDS: WindowStep = { kernelSize: 3, stride: 3, padding: 1 };
const FIVE: WindowStep = { kernelSize: 5 };
/** LeNet-5 on 28×28 up to C5, which sees what is left of the map. */
const LENET = [{ ...FIVE, padding: 2 }, POOL, FIVE, POOL, FIVE];
const START = 199;

const arrows = (sizes: readonly number[]): string => sizes.join(" → ");
const plain = (): readonly number[] => sizeChain(START, [THREE]);
const chainMacs = (): number =>
  plain()
    .slice(1)
    .reduce((sum, side) => sum + layerMacs(9, side), 0);
const steps = (chain: readonly number[]): number => chain.length - 1;

const DILATIONS = [1, 2, 4, 8, 16, 32, 36];
const dilated = DILATIONS.map((dilation) => ({ kernelSize: 3, dilation }));

const weights = (): Float64Array => influence(repeated(THREE, steps(plain())));
const field = (layers: readonly WindowStep[], of: "size" | "jump"): Fact =>
  fact(FIELD, () => receptiveField(layers)[of], whole);
const known = (id: string, of: "size" | "jump"): Fact =>
  fact(FIELD, () => summaryOf(id).field.rows[of], whole);

/** Sizes of VGG-16's receptive field after each layer of one stage. */
function stage(number: number): Fact {
  return fact(
    FIELD,
    () =>
      vgg16Fields()
        .filter(({ name }) => name.startsWith(`conv${number}_`))
        .map(({ size }) => size),
    list(whole),
  );
}

/** Receptive fields after VGG-16's pools. */
const pools = () => vgg16Fields().filter(({ name }) => name.startsWith("pool"));

function spreadLayers(target: number): number {
  return Math.floor(target ** 2 / (2 / 3)) + 1;
}

/** Facts of chapter 3. */
export const shrinkFacts = {
  "chain-layers": fact(CHAIN, () => steps(plain()), whole),
  "chain-lost": fact(CHAIN, () => 2 * steps(plain()), whole),
  "chain-weights": fact("9 per layer", () => 9 * steps(plain()), whole),
  "chain-parameters": fact("9 weights and a bias per layer", () => 10 * steps(plain()), whole),
  "chain-macs": fact("9·side² per layer, summed", chainMacs, whole),
  "chain-kept": fact(
    "side², summed over the maps",
    () =>
      plain()
        .slice(1)
        .reduce((sum, side) => sum + side * side, 0),
    whole,
  ),
  "chain-first-macs": fact("9·197²", () => layerMacs(9, plain()[1]!), whole),
  "chain-last-macs": fact("9·1²", () => layerMacs(9, plain().at(-1)!), whole),
  "chain-second": fact(CHAIN, () => plain()[1]!, whole),
  "chain-single": fact("one 199×199 kernel, one output", () => START ** 2, whole),
  "chain-macs-ratio": fact("chain ÷ one kernel", () => chainMacs() / START ** 2, fixed(0)),
  "chain-even": fact(CHAIN, () => sizeChain(200, [THREE]).slice(-3), arrows),
  "chain-five-layers": fact("(199 − 3)/4", () => (START - 3) / 4, whole),
  "chain-101-layers": fact("(101 − 1)/2", () => steps(sizeChain(101, [THREE])), whole),
  "chain-64-end": fact("1 + ((n − 1) mod (k − 1))", () => sizeChain(64, [THREE]).at(-1)!, whole),
  "chain-field": field(repeated(THREE, 99), "size"),
  "chain-stride": fact(
    "3×3, stride 2, padding 1",
    () => sizeChain(START, [{ kernelSize: 3, stride: 2, padding: 1 }]),
    arrows,
  ),
  "chain-stride-layers": fact(
    "3×3, stride 2, padding 1",
    () => steps(sizeChain(START, [{ kernelSize: 3, stride: 2, padding: 1 }])),
    whole,
  ),
  "chain-stride-3": fact("3×3, stride 3, padding 1", () => sizeChain(START, [THIRDS]), arrows),
  "chain-stride-3-layers": fact(
    "3×3, stride 3, padding 1",
    () => steps(sizeChain(START, [THIRDS])),
    whole,
  ),
  "chain-pool": fact(
    "3×3, then 2×2 max pooling, again and again",
    () => sizeChain(START, [THREE, POOL]),
    arrows,
  ),
  "chain-dilations": fact("dilations that sum to 99", () => DILATIONS, list(whole)),
  "chain-dilation-sum": fact(
    "dilations that sum to 99",
    () => DILATIONS.reduce((a, b) => a + b),
    whole,
  ),
  "chain-dilated-layers": fact("dilations that sum to 99", () => DILATIONS.length, whole),
  "chain-dilated-field": field(dilated, "size"),
  "chain-dilated-spread": fact(PATHS, () => profileDeviation(influence(dilated)), fixed(0)),
  "field-spread": fact(PATHS, () => profileDeviation(weights()), fixed(2)),
  "field-spread-size": fact(
    "√2·σ: the square root of a bell",
    () => Math.SQRT2 * profileDeviation(weights()),
    fixed(1),
  ),
  "field-square": fact(PATHS, () => squareHolding(weights(), 0.95), whole),
  "field-square-share": fact(
    PATHS,
    () => squareHolding(weights(), 0.95) ** 2 / START ** 2,
    percent(1),
  ),
  "field-audible": fact(
    PATHS,
    () => {
      const profile = weights();
      const centre = profile[(profile.length - 1) / 2]! ** 2;
      return shareOfCells(profile, (weight) => weight > centre / 100);
    },
    percent(1),
  ),
  "field-corner": fact("(1/9)⁹⁹", () => 9 ** -99, scientific(1)),
  "field-lost": fact(
    "cells whose weight rounds to 0 in float32",
    () => shareOfCells(weights(), (weight) => Math.fround(weight) === 0),
    percent(),
  ),
  "field-spread-24": fact("√(L·2/3)", () => Math.sqrt((24 * 2) / 3), fixed(2)),
  "field-spread-25": fact("√(L·2/3)", () => Math.sqrt((25 * 2) / 3), fixed(2)),
  "field-spread-exact": fact("√(L·2/3) = 4", () => (4 ** 2 * 3) / 2, whole),
  "field-spread-layers": fact("smallest L with √(L·2/3) > 4", () => spreadLayers(4), whole),
  "field-224-layers": fact("1 + 2L ≥ 224", () => Math.ceil((224 - 1) / 2), whole),
  "field-224": field(repeated(THREE, 112), "size"),
  "vgg-field": known("vgg-16", "size"),
  "vgg-jump": known("vgg-16", "jump"),
  "vgg-pools": fact(FIELD, () => pools().map(({ size }) => size), list(whole)),
  "vgg-pool-jumps": fact(FIELD, () => pools().map(({ jump }) => jump), list(whole)),
  "vgg-stage-1": stage(1),
  "vgg-stage-2": stage(2),
  "vgg-stage-3": stage(3),
  "vgg-stage-4": stage(4),
  "vgg-stage-5": stage(5),
  "vgg-parameters": fact(
    "Simonyan & Zisserman 2015, configuration D",
    () => vgg16Costs().convolution.parameters + vgg16Costs().dense.parameters,
    whole,
  ),
  "vgg-dense-parameters": fact(
    "Simonyan & Zisserman 2015, configuration D",
    () => vgg16Costs().dense.parameters,
    whole,
  ),
  "vgg-dense-share": fact(
    "Simonyan & Zisserman 2015, configuration D",
    () => {
      const { convolution, dense } = vgg16Costs();
      return dense.parameters / (dense.parameters + convolution.parameters);
    },
    percent(1),
  ),
  "vgg-dense-macs-share": fact(
    "Simonyan & Zisserman 2015, configuration D",
    () => {
      const { convolution, dense } = vgg16Costs();
      return dense.macs / (dense.macs + convolution.macs);
    },
    percent(1),
  ),
  "lenet-field": field(LENET, "size"),
  "lenet-s4-field": known("lenet-5", "size"),
  "lenet-s4-jump": known("lenet-5", "jump"),
  "lenet-c1": fact("6·(25 + 1)", () => 6 * 26, whole),
  "lenet-s2": fact("a factor and a bias per map", () => 6 * 2, whole),
  "lenet-c3": fact("60 kernels in the partial table and 16 biases", () => 60 * 25 + 16, whole),
  "lenet-s4": fact("a factor and a bias per map", () => 16 * 2, whole),
  "lenet-c5": fact("120·(16·25 + 1)", () => 120 * 401, whole),
  "lenet-f6": fact("84·(120 + 1)", () => 84 * 121, whole),
  "lenet-parameters": fact(
    "LeCun et al. 1998, the layers above summed",
    () => 6 * 26 + 6 * 2 + (60 * 25 + 16) + 16 * 2 + 120 * 401 + 84 * 121,
    whole,
  ),
  "lenet-connections": fact(
    "terms of every sum of C1 to F6, biases included, and 84 for each of 10 outputs",
    () =>
      28 ** 2 * 6 * 26 +
      14 ** 2 * 6 * 5 +
      10 ** 2 * (60 * 25 + 16) +
      5 ** 2 * 16 * 5 +
      120 * 401 +
      84 * 121 +
      84 * 10,
    whole,
  ),
  "lenet-modern-parameters": fact(
    "full C3, no parameters in the pools, 10 outputs",
    () => 6 * 26 + 16 * (6 * 25 + 1) + 120 * 401 + 84 * 121 + 10 * 85,
    whole,
  ),
  "alexnet-field": known("alexnet", "size"),
  "resnet-field": known("resnet-18", "size"),
  "mobilenet-field": known("mobilenet-v1", "size"),
  "resnet-jump": known("resnet-18", "jump"),
  "exercise-stem-field": field(
    [{ kernelSize: 7, stride: 2 }, { kernelSize: 3, stride: 2 }, ...repeated(THREE, 4)],
    "size",
  ),
  "exercise-stem-jump": field(
    [{ kernelSize: 7, stride: 2 }, { kernelSize: 3, stride: 2 }, ...repeated(THREE, 4)],
    "jump",
  ),
  "exercise-pools-field": field([THREE, POOL, THREE, POOL, THREE, POOL], "size"),
  "exercise-pools-jump": field([THREE, POOL, THREE, POOL, THREE, POOL], "jump"),
} satisfies Record<string, Fact>;
