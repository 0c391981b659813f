import type { AdamSpec, OptimizerSpec, RmspropSpec, SgdSpec } from "./optimizer";

/** One weight's new value and memory. */
export interface Update {
  readonly weight: number;
  readonly first: number;
  readonly second: number;
}

/** One weight, its gradient and memory, and the number of this step, from 1. */
export interface Before extends Update {
  readonly gradient: number;
  readonly step: number;
}

export type UpdateRule = (before: Before) => Update;

function sgd({
  learningRate,
  momentum = 0,
  nesterov = false,
  weightDecay = 0,
}: SgdSpec): UpdateRule {
  return ({ weight, gradient, first, second, step }) => {
    const slope = gradient + weightDecay * weight;
    const velocity = step === 1 ? slope : momentum * first + slope;
    const direction = nesterov ? slope + momentum * velocity : velocity;
    return { weight: weight - learningRate * direction, first: velocity, second };
  };
}

function adam(spec: AdamSpec): UpdateRule {
  const { name, learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = spec;
  const { weightDecay = name === "adamW" ? 0.01 : 0 } = spec;
  const decoupled = name === "adamW";
  return ({ weight, gradient, first, second, step }) => {
    const slope = decoupled ? gradient : gradient + weightDecay * weight;
    const start = decoupled ? weight * (1 - learningRate * weightDecay) : weight;
    const mean = beta1 * first + (1 - beta1) * slope;
    const square = beta2 * second + (1 - beta2) * slope * slope;
    const root = Math.sqrt(square / (1 - beta2 ** step)) + epsilon;
    return {
      weight: start - (learningRate * mean) / (1 - beta1 ** step) / root,
      first: mean,
      second: square,
    };
  };
}

function rmsprop(spec: RmspropSpec): UpdateRule {
  const { learningRate, decay = 0.99, epsilon = 1e-8, weightDecay = 0 } = spec;
  return ({ weight, gradient, first, second }) => {
    const slope = gradient + weightDecay * weight;
    const square = decay * second + (1 - decay) * slope * slope;
    return {
      weight: weight - (learningRate * slope) / (Math.sqrt(square) + epsilon),
      first,
      second: square,
    };
  };
}

/** How an optimiser changes one weight. */
export function updateRule(spec: OptimizerSpec): UpdateRule {
  if (spec.name === "sgd") return sgd(spec);
  return spec.name === "rmsprop" ? rmsprop(spec) : adam(spec);
}
