import type { OptimizerSpec } from "../../../core/optim/optimizer";
import type { Learned } from "./layer-loops";

/** What an optimiser remembers of some learned numbers. */
export interface Memory {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** Root of the sum of squares. */
export function norm(values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * values[at]!;
  return Math.sqrt(sum);
}

/**
 * Changes learned numbers in place by step `step` (from 1) of an optimiser, number for number as
 * core's `optimizerStep`; answers the length of the change.
 */
export function applyUpdate(
  spec: OptimizerSpec,
  step: number,
  { values, gradient }: Learned,
  memory: Memory,
): number {
  if (spec.name === "sgd") return descend(spec, step, values, gradient, memory.first);
  if (spec.name === "rmsprop") return scaleByRoot(spec, values, gradient, memory.second);
  return adapt(spec, step, values, gradient, memory);
}

type SpecOf<N extends OptimizerSpec["name"]> = Extract<OptimizerSpec, { name: N }>;

function descend(
  { learningRate, momentum = 0, nesterov = false, weightDecay = 0 }: SpecOf<"sgd">,
  step: number,
  values: Float32Array,
  gradient: Float32Array,
  velocities: Float32Array,
): number {
  let moved = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = values[at]!;
    const slope = gradient[at]! + weightDecay * weight;
    const velocity = step === 1 ? slope : momentum * velocities[at]! + slope;
    const direction = nesterov ? slope + momentum * velocity : velocity;
    values[at] = weight - learningRate * direction;
    velocities[at] = velocity;
    const change = values[at]! - weight;
    moved += change * change;
  }
  return Math.sqrt(moved);
}

function adapt(
  spec: SpecOf<"adam" | "adamW">,
  step: number,
  values: Float32Array,
  gradient: Float32Array,
  { first, second }: Memory,
): number {
  const { name, learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = spec;
  const decoupled = name === "adamW";
  const { weightDecay = decoupled ? 0.01 : 0 } = spec;
  const meanShare = 1 - beta1 ** step;
  const squareShare = 1 - beta2 ** step;
  const shrink = 1 - learningRate * weightDecay;
  let moved = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = values[at]!;
    const slope = decoupled ? gradient[at]! : gradient[at]! + weightDecay * weight;
    const start = decoupled ? weight * shrink : weight;
    const mean = beta1 * first[at]! + (1 - beta1) * slope;
    const square = beta2 * second[at]! + (1 - beta2) * slope * slope;
    const root = Math.sqrt(square / squareShare) + epsilon;
    values[at] = start - (learningRate * mean) / meanShare / root;
    first[at] = mean;
    second[at] = square;
    const change = values[at]! - weight;
    moved += change * change;
  }
  return Math.sqrt(moved);
}

function scaleByRoot(
  { learningRate, decay = 0.99, epsilon = 1e-8, weightDecay = 0 }: SpecOf<"rmsprop">,
  values: Float32Array,
  gradient: Float32Array,
  squares: Float32Array,
): number {
  let moved = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = values[at]!;
    const slope = gradient[at]! + weightDecay * weight;
    const square = decay * squares[at]! + (1 - decay) * slope * slope;
    values[at] = weight - (learningRate * slope) / (Math.sqrt(square) + epsilon);
    squares[at] = square;
    const change = values[at]! - weight;
    moved += change * change;
  }
  return Math.sqrt(moved);
}
