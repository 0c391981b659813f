import { normalAt } from "../../../core/random/philox";

/** Pictures as rows of numbers, and the class of each. */
export interface Examples {
  readonly inputs: readonly Float32Array[];
  readonly labels: readonly number[];
}

export interface TrainingPlan {
  readonly hidden: number;
  readonly classes: number;
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Factor on He's standard deviation for the first weights; default 1. */
  readonly scale?: number;
}

export interface Network {
  readonly inputSize: number;
  readonly hidden: number;
  readonly classes: number;
  /** Hidden weights and biases, row by row: `[hidden][inputSize + 1]`. */
  readonly first: Float32Array;
  /** Output weights and biases, row by row: `[classes][hidden + 1]`. */
  readonly second: Float32Array;
}

/** Learned numbers of the network: weights and biases. */
export function parameterCount({ first, second }: Network): number {
  return first.length + second.length;
}

function createNetwork(
  inputSize: number,
  { hidden, classes, seed, scale = 1 }: TrainingPlan,
): Network {
  const layer = (rows: number, columns: number, stream: number): Float32Array => {
    const deviation = scale * Math.sqrt(2 / columns);
    return Float32Array.from({ length: rows * (columns + 1) }, (_, index) =>
      index % (columns + 1) === columns ? 0 : deviation * normalAt({ seed, stream, index }),
    );
  };
  return {
    inputSize,
    hidden,
    classes,
    first: layer(hidden, inputSize, 1),
    second: layer(classes, hidden, 2),
  };
}

function affine(weights: Float32Array, input: Float32Array, output: Float32Array): void {
  const columns = input.length;
  for (let row = 0; row < output.length; row++) {
    const offset = row * (columns + 1);
    let sum = weights[offset + columns]!;
    for (let column = 0; column < columns; column++)
      sum += weights[offset + column]! * input[column]!;
    output[row] = sum;
  }
}

/** Turns logits into probabilities, in place. */
function softmax(values: Float32Array): void {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] = Math.exp(values[at]! - largest);
  for (let at = 0; at < values.length; at++) values[at]! /= sum;
}

interface Pass {
  readonly hidden: Float32Array;
  readonly probabilities: Float32Array;
}

function forward(network: Network, input: Float32Array, pass: Pass): void {
  affine(network.first, input, pass.hidden);
  for (let at = 0; at < network.hidden; at++) pass.hidden[at] = Math.max(0, pass.hidden[at]!);
  affine(network.second, pass.hidden, pass.probabilities);
  softmax(pass.probabilities);
}

const createPass = (network: Network): Pass => ({
  hidden: new Float32Array(network.hidden),
  probabilities: new Float32Array(network.classes),
});

export interface Score {
  /** Mean cross-entropy per example, in nats. */
  readonly loss: number;
  /** Share of examples whose largest probability is the right class. */
  readonly accuracy: number;
}

/** Loss and accuracy of a network on examples; changes nothing. */
export function score(network: Network, { inputs, labels }: Examples): Score {
  const pass = createPass(network);
  let loss = 0;
  let right = 0;
  inputs.forEach((input, at) => {
    forward(network, input, pass);
    const label = labels[at]!;
    loss -= Math.log(Math.max(pass.probabilities[label]!, Number.MIN_VALUE));
    const largest = pass.probabilities.reduce(
      (best, p, i) => (p > pass.probabilities[best]! ? i : best),
      0,
    );
    if (largest === label) right++;
  });
  return { loss: loss / inputs.length, accuracy: right / inputs.length };
}

/** Hidden units that answer 0 to every example, so that nothing can teach them any more. */
export function deadUnits(network: Network, { inputs }: Examples): number {
  const pass = createPass(network);
  const alive = new Set<number>();
  for (const input of inputs) {
    forward(network, input, pass);
    pass.hidden.forEach((value, unit) => value > 0 && alive.add(unit));
  }
  return network.hidden - alive.size;
}

/** Adds the gradient of one example's loss, found by backpropagation. */
function addGradient(
  network: Network,
  input: Float32Array,
  label: number,
  pass: Pass,
  sums: { first: Float32Array; second: Float32Array },
): void {
  forward(network, input, pass);
  const upstream = pass.probabilities;
  upstream[label]! -= 1;
  const back = new Float32Array(network.hidden);
  const width = network.hidden + 1;
  for (let row = 0; row < network.classes; row++) {
    const gradient = upstream[row]!;
    for (let at = 0; at < network.hidden; at++) {
      sums.second[row * width + at]! += gradient * pass.hidden[at]!;
      back[at]! += gradient * network.second[row * width + at]!;
    }
    sums.second[row * width + network.hidden]! += gradient;
  }
  const columns = network.inputSize + 1;
  for (let row = 0; row < network.hidden; row++) {
    if (pass.hidden[row]! <= 0) continue;
    const gradient = back[row]!;
    for (let column = 0; column < network.inputSize; column++)
      sums.first[row * columns + column]! += gradient * input[column]!;
    sums.first[row * columns + network.inputSize]! += gradient;
  }
}

/** An order of `count` examples, the same for the same seed and epoch. */
function shuffled(count: number, seed: number, epoch: number): readonly number[] {
  const key = Array.from({ length: count }, (_, index) =>
    normalAt({ seed, stream: 3, step: epoch, index }),
  );
  return key.map((_, index) => index).sort((a, b) => key[a]! - key[b]!);
}

function descend(weights: Float32Array, gradient: Float32Array, step: number): void {
  for (let at = 0; at < weights.length; at++) weights[at]! -= step * gradient[at]!;
}

/** Trains a network of one hidden ReLU layer by plain mini-batch gradient descent. */
export function train(examples: Examples, plan: TrainingPlan): Network {
  const network = createNetwork(examples.inputs[0]!.length, plan);
  const pass = createPass(network);
  const sums = {
    first: new Float32Array(network.first.length),
    second: new Float32Array(network.second.length),
  };
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    const order = shuffled(examples.inputs.length, plan.seed, epoch);
    for (let from = 0; from < order.length; from += plan.batch) {
      const batch = order.slice(from, from + plan.batch);
      sums.first.fill(0);
      sums.second.fill(0);
      for (const at of batch)
        addGradient(network, examples.inputs[at]!, examples.labels[at]!, pass, sums);
      const step = plan.learningRate / batch.length;
      descend(network.first, sums.first, step);
      descend(network.second, sums.second, step);
    }
  }
  return network;
}
