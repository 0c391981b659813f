import { type Fact, fact } from "./fact";
import { fixed, list, percent, scientific, whole } from "./format";
import { handExample, oneStep, updated } from "./math/one-step";
import { mapGrid } from "./math/one-channel";
import { RUNS, diceRun, rateRun, runParameters, zeroRun } from "./math/training-runs";

const HAND = "chapter 5, hand example";
const RUN = "plain gradient descent on ten noisy patterns, run while the book is built";
const { input, kernel, bias } = handExample;

const stepAt = (learningRate: number) => {
  const next = updated(learningRate);
  return { ...next, ...oneStep(input, next.kernel, next.bias) };
};

const softmax = (logits: readonly number[]): readonly number[] => {
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};
const LOGITS = [2, 1, 0.1];

/** Loss of the hand example with its first weight moved by `change`. */
const wiggled = (change: number): number =>
  oneStep(
    input,
    mapGrid(kernel, (weight, row, column) => (row + column === 0 ? weight + change : weight)),
    bias,
  ).loss;

const descend = (learningRate: number, curvature: number, steps: number): number =>
  (1 - learningRate * curvature) ** steps;

/** Facts of chapter 5. */
export const trainingFacts = {
  "chance-loss": fact("−ln(1/10)", () => Math.log(10), fixed(4)),
  "chance-loss-short": fact("−ln(1/10)", () => Math.log(10), fixed(2)),
  "softmax-probabilities": fact("softmax of (2, 1, 0.1)", () => softmax(LOGITS), list(fixed(4))),
  "softmax-loss": fact("−ln p₀", () => -Math.log(softmax(LOGITS)[0]!), fixed(4)),
  "softmax-gradient": fact(
    "p − one-hot",
    () => softmax(LOGITS).map((p, at) => (at === 0 ? p - 1 : p)),
    list(fixed(4)),
  ),
  "hand-loss": fact(HAND, () => oneStep(input, kernel, bias).loss, whole),
  "hand-first-gradient": fact(
    HAND,
    () => oneStep(input, kernel, bias).weightGradient[0]![0]!,
    whole,
  ),
  "hand-wiggle": fact(
    "(L(w + ε) − L(w − ε))/2ε, ε = 0.001",
    () => (wiggled(1e-3) - wiggled(-1e-3)) / 2e-3,
    fixed(3),
  ),
  "hand-up": fact("the first weight 0.001 larger", () => wiggled(1e-3), fixed(5)),
  "hand-down": fact("the first weight 0.001 smaller", () => wiggled(-1e-3), fixed(5)),
  "hand-next-weights": fact(
    `${HAND}, learning rate 0.01`,
    () => stepAt(0.01).kernel.flat(),
    list(fixed(2)),
  ),
  "hand-next-bias": fact(`${HAND}, learning rate 0.01`, () => stepAt(0.01).bias, fixed(1)),
  "hand-next-loss": fact(`${HAND}, learning rate 0.01`, () => stepAt(0.01).loss, fixed(2)),
  "hand-dead-loss": fact(`${HAND}, learning rate 0.1`, () => stepAt(0.1).loss, whole),
  "hand-varied-gradient": fact(
    `${HAND}, x[0][1] = 3`,
    () =>
      oneStep(
        [
          [1, 3, 0],
          [0, 1, 3],
          [2, 1, 0],
        ],
        kernel,
        bias,
      ).weightGradient[0]![0]!,
    whole,
  ),
  "hand-varied-output": fact(
    `${HAND}, x[0][1] = 3`,
    () =>
      oneStep(
        [
          [1, 3, 0],
          [0, 1, 3],
          [2, 1, 0],
        ],
        kernel,
        bias,
      ).output[0]![1]!,
    whole,
  ),
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
  "guess-right": fact("1/10", () => 1 / 10, percent()),
} satisfies Record<string, Fact>;
