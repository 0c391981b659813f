import {
  descended,
  handExample,
  smallLayerPass,
  type SmallLayerPass,
} from "../../core/backprop/small-layer";
import { crossEntropy } from "../../core/loss/cross-entropy";
import { chanceOfResemblance } from "../../core/kernel/similarity";
import { type Fact, fact } from "./fact";
import { fixed, list, percent, scientific, whole } from "./format";
import { RUNS, diceRun, rateRun, runParameters, zeroRun } from "./math/training-runs";

const HAND = "chapter 5, hand example";
const RUN = "plain gradient descent on ten noisy patterns, run while the book is built";
const firstPass = smallLayerPass(handExample);

/**
 * The trainer's usual network and settings, measured on MNIST's 10,000 test digits, which are no part
 * of this book: the lowest of eight runs on 10,000 generated digits each, and of three on 60,000; rounded down.
 */
const REAL =
  "lowest of the runs, read by the trainer’s loader of IDX files: MNIST’s 10,000 test digits";
const realDigits = { ten: 0.939, sixty: 0.96 };

/** The hand example after one step of gradient descent. */
const stepAt = (learningRate: number) => descended(handExample, firstPass, learningRate);
const lossAfter = (learningRate: number) => smallLayerPass(stepAt(learningRate)).loss;

/** Three classes, the first one right. */
const softmaxExample = () => crossEntropy({ shape: [1, 3], data: Float64Array.of(2, 1, 0.1) }, [0]);

/** Loss of the hand example with its first weight moved by `change`. */
const wiggled = (change: number): number =>
  smallLayerPass({
    ...handExample,
    kernel: handExample.kernel.map((weight, at) => (at === 0 ? weight + change : weight)),
  }).loss;

/** The hand example with x[0][1] = 3. */
const variedPass = (): SmallLayerPass =>
  smallLayerPass({
    ...handExample,
    input: handExample.input.map((value, at) => (at === 1 ? 3 : value)),
  });

const descend = (learningRate: number, curvature: number, steps: number): number =>
  (1 - learningRate * curvature) ** steps;

/** Facts of chapter 5. */
export const trainingFacts = {
  "chance-loss": fact("−ln(1/10)", () => Math.log(10), fixed(4)),
  "chance-loss-short": fact("−ln(1/10)", () => Math.log(10), fixed(2)),
  "softmax-probabilities": fact(
    "softmax of (2, 1, 0.1)",
    () => [...softmaxExample().probabilities.data],
    list(fixed(4)),
  ),
  "softmax-loss": fact("−ln p₀", () => softmaxExample().loss, fixed(4)),
  "softmax-gradient": fact(
    "p − one-hot",
    () => [...softmaxExample().gradient.data],
    list(fixed(4)),
  ),
  "hand-loss": fact(HAND, () => firstPass.loss, whole),
  "hand-first-gradient": fact(HAND, () => firstPass.kernelGradient[0]!, whole),
  "hand-wiggle": fact(
    "(L(w + ε) − L(w − ε))/2ε, ε = 0.001",
    () => (wiggled(1e-3) - wiggled(-1e-3)) / 2e-3,
    fixed(3),
  ),
  "hand-up": fact("the first weight 0.001 larger", () => wiggled(1e-3), fixed(5)),
  "hand-down": fact("the first weight 0.001 smaller", () => wiggled(-1e-3), fixed(5)),
  "hand-next-weights": fact(
    `${HAND}, learning rate 0.01`,
    () => stepAt(0.01).kernel,
    list(fixed(2)),
  ),
  "hand-next-bias": fact(`${HAND}, learning rate 0.01`, () => stepAt(0.01).bias, fixed(1)),
  "hand-next-loss": fact(`${HAND}, learning rate 0.01`, () => lossAfter(0.01), fixed(2)),
  "hand-dead-loss": fact(`${HAND}, learning rate 0.1`, () => lossAfter(0.1), whole),
  "hand-varied-gradient": fact(
    `${HAND}, x[0][1] = 3`,
    () => variedPass().kernelGradient[0]!,
    whole,
  ),
  "hand-varied-output": fact(`${HAND}, x[0][1] = 3`, () => variedPass().output[1]!, whole),
  "difference-best-double": fact(
    "about ε^(1/3) of float64",
    () => Number.EPSILON ** (1 / 3),
    scientific(0),
  ),
  "difference-best-single": fact("about ε^(1/3) of float32", () => (2 ** -23) ** (1 / 3), fixed(3)),
  "rate-limit": fact("2/λ, λ = 10", () => 2 / 10, fixed(1)),
  "rate-019": fact("(1 − 0.19·10)¹⁰", () => descend(0.19, 10, 10), fixed(2)),
  "rate-021": fact("(1 − 0.21·10)¹⁰", () => descend(0.21, 10, 10), fixed(2)),
  "rate-019-factor": fact("1 − 0.19·10", () => descend(0.19, 10, 1), fixed(1)),
  "rate-021-factor": fact("1 − 0.21·10", () => descend(0.21, 10, 1), fixed(1)),
  "iterations-epoch": fact("⌈4000/32⌉", () => Math.ceil(4000 / 32), whole),
  "iterations-three": fact("3·⌈4000/32⌉", () => 3 * Math.ceil(4000 / 32), whole),
  "momentum-factor": fact("1/(1 − 0.9)", () => 1 / (1 - 0.9), whole),
  "momentum-factor-99": fact("1/(1 − 0.99)", () => 1 / (1 - 0.99), whole),
  "small-net-weights": fact(
    "1→8→16 maps of 3×3, then 784→10",
    () => 8 * 10 + 16 * (8 * 9 + 1) + 10 * (16 * 7 * 7 + 1),
    whole,
  ),
  "runs-hidden": fact(RUN, () => RUNS.hidden, whole),
  "runs-parameters": fact(RUN, runParameters, whole),
  "runs-examples": fact(RUN, () => RUNS.examples, whole),
  "runs-batch": fact(RUN, () => RUNS.batch, whole),
  "runs-epochs": fact(RUN, () => RUNS.epochs, whole),
  "runs-held": fact(RUN, () => RUNS.held, whole),
  "runs-dead": fact(RUN, () => rateRun(RUNS.rates.at(-1)!).dead * RUNS.hidden, whole),
  "runs-largest-rate": fact(RUN, () => RUNS.rates.at(-1)!, whole),
  "runs-zero-loss": fact(RUN, () => zeroRun().train.loss, fixed(2)),
  "fit-random-train": fact(RUN, () => diceRun().train.accuracy, percent()),
  "fit-random-held": fact(RUN, () => diceRun().held.accuracy, percent()),
  "real-ten": fact(`${REAL}, 8 runs`, () => realDigits.ten, percent(1)),
  "real-sixty": fact(`${REAL}, 3 runs`, () => realDigits.sixty, percent(1)),
  "likeness-half": fact(
    "3×3 kernels of normal noise whose cosine with a hand-made one is 0.5 or more in magnitude",
    () => chanceOfResemblance(3, 0.5, 2000, 1),
    percent(),
  ),
  "guess-right": fact("1/10", () => 1 / 10, percent()),
} satisfies Record<string, Fact>;
