import { activationOf } from "../../core/activation/activations";
import { formatLimits } from "../../core/float-format/float-format";
import { meanField } from "../../core/moments/mean-field";
import { paddedFactor } from "../../core/moments/padding-loss";
import { productTrialLaw } from "../../core/moments/product-trial";
import { type Fact, fact } from "./fact";
import { fixed, percent, scientific, whole } from "./format";
import { activations, momentsOf } from "./math/activation";
import { measuredExperiments, measuredGradients, measuredLayers, measuredRelu } from "./measured";

const WIDTH = 512;
const DEPTH = 100;
const FLOAT32 = formatLimits.float32;
const FLOAT32_MAX = FLOAT32.largest;

const SUM = "Var(Σ w·x) = fan-in · Var(w) · E x²";
const FIXTURE = "PyTorch 1.13, float32; fixture init.json";
const SPREAD = "ln(rms) ≈ Normal(−Lκ/4n, ½√(Lκ/n)); Hanin & Nica 2020";

const growth = Math.sqrt(WIDTH);
const shrinkage = 0.01 * growth;
const layersTo = (limit: number, factor: number): number => Math.log(limit) / Math.log(factor);

const LINEAR_KAPPA = 2;
const RELU_KAPPA = 5;
const spread = (kappa: number, width: number): number => Math.sqrt((DEPTH * kappa) / width) / 2;
const drift = (kappa: number): number => (-DEPTH * kappa) / (4 * WIDTH);

const reluTrials = productTrialLaw(WIDTH, "relu");
const halfNormal = 1 / Math.sqrt(2 * Math.PI);
const tanhAt = (depth: number, scale = 1): number =>
  Math.sqrt(meanField(activationOf("tanh"), { depth, weightScale: scale }).at(-1)!.second);

/** The gain with which a hundred tanh layers of infinite width end at the scale `rms`. */
function tanhGainFor(rms: number): number {
  let [low, high] = [1, 4];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (tanhAt(DEPTH, middle ** 2) < rms) low = middle;
    else high = middle;
  }
  return low;
}

type Experiment = keyof typeof measuredExperiments;

const runs = (experiment: Experiment): Fact =>
  fact(FIXTURE, () => measuredExperiments[experiment].runs, whole);

type Clouded = Exclude<Experiment, "exp1" | "exp2">;

function cloud(
  experiment: Clouded,
  quantity: "mean" | "deviation",
  quantile: "low" | "median" | "high",
  format: (value: number) => string,
): Fact {
  return fact(FIXTURE, () => measuredExperiments[experiment][quantity][quantile], format);
}

const rank = (experiment: Clouded): Fact =>
  fact(FIXTURE, () => measuredExperiments[experiment].notedRank * 100, whole);

const layer = (name: keyof typeof measuredLayers): Fact =>
  fact(FIXTURE, () => measuredLayers[name].layer, whole);

/** Facts of chapter 4. */
export const signalFacts = {
  "std-per-layer-long": fact(`${SUM}, n = 512`, () => growth, fixed(3)),
  "std-per-layer": fact(`${SUM}, n = 512`, () => growth, fixed(2)),
  "log-std-per-layer": fact("log10 √512", () => Math.log10(growth), fixed(4)),
  "std-29-exponent": fact("29·log10 √512", () => 29 * Math.log10(growth), fixed(2)),
  "overflow-float32": fact("log(3.4·10³⁸)/log √512", () => layersTo(FLOAT32_MAX, growth), fixed(1)),
  "overflow-float64-layer": fact(
    "log(1.8·10³⁰⁸)/log √512",
    () => Math.ceil(layersTo(Number.MAX_VALUE, growth)),
    whole,
  ),
  "float32-max": fact("(2 − 2⁻²³)·2¹²⁷", () => FLOAT32_MAX, scientific(1)),
  "float32-normal": fact("2⁻¹²⁶", () => FLOAT32.smallestNormal, scientific(2)),
  "float32-least": fact("2⁻¹⁴⁹", () => FLOAT32.smallest, scientific(1)),
  "second-small": fact(`${SUM}, standard deviation 0.01`, () => WIDTH * 1e-4, fixed(4)),
  "std-small": fact("√0.0512", () => shrinkage, fixed(4)),
  "small-normal-layer": fact(
    "log 2⁻¹²⁶/log 0.2263",
    () => layersTo(FLOAT32.smallestNormal, shrinkage),
    fixed(1),
  ),
  "small-zero-layer": fact("log 2⁻¹⁵⁰/log 0.2263", () => layersTo(2 ** -150, shrinkage), fixed(2)),
  "small-final": fact("0.2263¹⁰⁰", () => shrinkage ** DEPTH, scientific(1)),
  "exp1-runs": runs("exp1"),
  "exp1-first": layer("exp1-any-nonfinite"),
  "exp1-all": layer("exp1-all-nonfinite"),
  "exp1-all-share": fact(
    FIXTURE,
    () => measuredLayers["exp1-all-nonfinite"].runs / measuredLayers["exp1-all-nonfinite"].of,
    percent(),
  ),
  "exp1-f16-first": layer("exp1-f16-any-nonfinite"),
  "exp2-runs": runs("exp2"),
  "exp2-zero": layer("exp2-all-zero"),
  "exp2-zero-runs": fact(FIXTURE, () => measuredLayers["exp2-all-zero"].runs, whole),
  "exp2-flush-zero": layer("exp2-flush-all-zero"),
  "exp2-f16-zero": layer("exp2-f16-all-zero"),
  "exp2-f16-flush-zero": layer("exp2-f16-flush-all-zero"),
  "exp3-runs": runs("exp3"),
  "exp3-low": cloud("exp3", "deviation", "low", fixed(2)),
  "exp3-median": cloud("exp3", "deviation", "median", fixed(2)),
  "exp3-high": cloud("exp3", "deviation", "high", fixed(2)),
  "exp3-rank": rank("exp3"),
  "exp4-median": cloud("exp4", "deviation", "median", fixed(3)),
  "exp4-low": cloud("exp4", "deviation", "low", fixed(3)),
  "exp4-high": cloud("exp4", "deviation", "high", fixed(3)),
  "exp4-rank": rank("exp4"),
  "exp5a-median": cloud("exp5a", "deviation", "median", fixed(3)),
  "exp5a-rank": rank("exp5a"),
  "exp5b-median": cloud("exp5b", "deviation", "median", scientific(1)),
  "exp5b-mean-median": cloud("exp5b", "mean", "median", scientific(1)),
  "exp6-runs": runs("exp6"),
  "exp6-low": cloud("exp6", "deviation", "low", fixed(2)),
  "exp6-high": cloud("exp6", "deviation", "high", fixed(2)),
  "exp6-factor": fact(
    FIXTURE,
    () => measuredExperiments.exp6.deviation.high / measuredExperiments.exp6.deviation.low,
    fixed(0),
  ),
  "linear-drift": fact(`${SPREAD}, κ = 2`, () => drift(LINEAR_KAPPA), fixed(3)),
  "linear-spread": fact(`${SPREAD}, κ = 2`, () => spread(LINEAR_KAPPA, WIDTH), fixed(2)),
  "relu-spread": fact(`${SPREAD}, κ = 5`, () => spread(RELU_KAPPA, WIDTH), fixed(2)),
  "relu-median-second": fact(`${SPREAD}, κ = 5`, () => Math.exp(2 * drift(RELU_KAPPA)), fixed(2)),
  "spread-64": fact(`${SPREAD}, κ = 2`, () => spread(LINEAR_KAPPA, 64), fixed(2)),
  "spread-4096": fact(`${SPREAD}, κ = 2`, () => spread(LINEAR_KAPPA, 4096), fixed(2)),
  "draws-literal": fact("100·512²", () => DEPTH * WIDTH ** 2, whole),
  "tanh-1": fact("infinite width, variance 1/n", () => tanhAt(1), fixed(2)),
  "tanh-10": fact("infinite width, variance 1/n", () => tanhAt(10), fixed(2)),
  "tanh-100": fact("infinite width, variance 1/n", () => tanhAt(DEPTH), fixed(3)),
  "tanh-rule": fact("1/√(2·100)", () => 1 / Math.sqrt(2 * DEPTH), fixed(4)),
  "tanh-five-thirds": fact("infinite width, gain 5/3", () => tanhAt(300, (5 / 3) ** 2), fixed(3)),
  "lab-tanh-settles": fact(
    "infinite width, gain 5/3, before the tanh",
    () => (5 / 3) ** 2 * tanhAt(300, (5 / 3) ** 2) ** 2,
    fixed(3),
  ),
  "tanh-gain": fact("1/√E tanh(z)²", () => momentsOf(activations.tanh).gain, fixed(4)),
  "xavier-bound": fact("√(6/(512 + 512))", () => Math.sqrt(6 / (2 * WIDTH)), fixed(4)),
  "xavier-variance-inverse": fact("bound²/3 = 1/512", () => 3 / (6 / (2 * WIDTH)), whole),
  "relu-xavier-second": fact("2⁻¹⁰⁰", () => 2 ** -DEPTH, scientific(1)),
  "relu-xavier-rms": fact("2⁻⁵⁰", () => 2 ** (-DEPTH / 2), scientific(1)),
  "relu-trial-repeats": fact(FIXTURE, () => measuredRelu.repeats, whole),
  "relu-trial-mean": fact("E|x|/√(2π), width 512", () => reluTrials.mean, fixed(4)),
  "relu-trial-mean-infinite": fact("√512/√(2π)", () => growth * halfNormal, fixed(3)),
  "relu-trial-rms": fact("√(512/2)", () => Math.sqrt(reluTrials.secondMoment), whole),
  "relu-trial-std": fact(
    "√(256 − 9.027²)",
    () => Math.sqrt(WIDTH / 2 - (growth * halfNormal) ** 2),
    fixed(2),
  ),
  "relu-trial-mean-square": fact("512/2π", () => WIDTH / (2 * Math.PI), fixed(2)),
  "he-mean": fact("1/√π", () => 1 / Math.sqrt(Math.PI), fixed(3)),
  "he-std": fact("√(1 − 1/π)", () => Math.sqrt(1 - 1 / Math.PI), fixed(3)),
  "torch-default-rms": fact(
    "(1/6)⁵⁰: 100 layers, each keeping a sixth of E x²",
    () => 6 ** (-DEPTH / 2),
    scientific(1),
  ),
  "torch-default-share": fact(
    "Var U(±1/√n) = 1/(3n), halved by ReLU; He keeps 2/n",
    () => 2 / (1 / 3),
    whole,
  ),
  "padding-7": fact("((1 + 2cos(π/(n + 1)))/3)², n = 7", () => paddedFactor(7, 3), fixed(3)),
  "padding-28": fact("((1 + 2cos(π/(n + 1)))/3)², n = 28", () => paddedFactor(28, 3), fixed(3)),
  "fan-in-conv": fact("64·3²", () => 64 * 9, whole),
  "leaky-gain": fact("1/√E f², slope 0.2", () => momentsOf(activations.leakyRelu).gain, fixed(4)),
  "sigmoid-gain": fact("1/√E f²", () => momentsOf(activations.sigmoid).gain, fixed(3)),
  "gelu-slope": fact("E[z f f′]/E f²", () => momentsOf(activations.gelu).mapSlope, fixed(3)),
  "silu-slope": fact("E[z f f′]/E f²", () => momentsOf(activations.silu).mapSlope, fixed(3)),
  "square-gain": fact("1/√E z⁴ = 1/√3", () => 1 / Math.sqrt(3), fixed(4)),
  "gradient-tanh": fact(FIXTURE, () => Math.exp(measuredGradients.tanh_1), fixed(2)),
  "gradient-tanh-25": fact(
    FIXTURE,
    () => Math.exp(measuredGradients["tanh_2.5"]),
    (value) => whole(Number(value.toPrecision(1))),
  ),
  "gradient-relu-xavier": fact(
    "2⁻²⁵: 50 layers, half the square each",
    () => 2 ** -25,
    scientific(0),
  ),
  "exercise-factor": fact("0.05·√256", () => 0.05 * Math.sqrt(256), fixed(1)),
  "exercise-after-30": fact("0.8³⁰", () => 0.8 ** 30, fixed(4)),
  "exercise-1024-layer": fact(
    "log(3.4·10³⁸)/log √1024",
    () => Math.ceil(layersTo(FLOAT32_MAX, 32)),
    whole,
  ),
  "exercise-1024-exact": fact("log(3.4·10³⁸)/log √1024", () => layersTo(FLOAT32_MAX, 32), fixed(1)),
  "exercise-f16-exact": fact(
    "log(65504)/log √512",
    () => layersTo(formatLimits.float16.largest, growth),
    fixed(2),
  ),
  "exercise-tanh-low": fact(
    "infinite width, rms 0.5 at layer 100",
    () => tanhGainFor(0.5),
    fixed(2),
  ),
  "exercise-tanh-high": fact(
    "infinite width, rms 0.8 at layer 100",
    () => tanhGainFor(0.8),
    fixed(2),
  ),
  "exercise-median-gain": fact(
    "√2·e^(κ/4n), n = 64",
    () => Math.SQRT2 * Math.exp(RELU_KAPPA / (4 * 64)),
    fixed(3),
  ),
} satisfies Record<string, Fact>;
