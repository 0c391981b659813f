import { RequestError, ShapeMismatchError } from "../errors";
import type { Parameters } from "../network/rule";
import { requireShape, zeros, type Block, type Numbers } from "../numbers";
import type { OptimizerSpec, OptimizerState } from "./optimizer";
import { updateRule } from "./rule";

export interface Stepped<A extends Numbers = Numbers> {
  readonly parameters: Parameters<A>;
  readonly state: OptimizerState<A>;
}

/** Ranges of every optimiser's settings. */
function requireSettings(spec: OptimizerSpec): void {
  const { learningRate, weightDecay = 0 } = spec;
  const shares = {
    momentum: spec.name === "sgd" ? (spec.momentum ?? 0) : 0,
    beta1: "beta1" in spec ? spec.beta1 : 0,
    beta2: "beta2" in spec ? spec.beta2 : 0,
    decay: "decay" in spec ? spec.decay : 0,
  };
  if (!(learningRate >= 0))
    throw new RequestError(`the learning rate must be at least 0, got ${learningRate}`);
  if (!(weightDecay >= 0))
    throw new RequestError(`weight decay must be at least 0, got ${weightDecay}`);
  for (const [name, value = 0] of Object.entries(shares))
    if (!(value >= 0 && value < 1))
      throw new RequestError(`${name} must be at least 0 and below 1, got ${value}`);
}

/**
 * One step of an optimiser: new parameters and memory; nothing given is changed. Weights and memory
 * are rounded to the parameters' width, the arithmetic between is float64.
 *
 * - sgd: `v ← μ·v + g`, `w ← w − η·v`; Nesterov `w ← w − η·(g + μ·v)`; the first `v` is `g`.
 * - adam: `m ← β₁·m + (1 − β₁)·g`, `s ← β₂·s + (1 − β₂)·g²`,
 *   `w ← w − η·m/(1 − β₁ᵗ)/(√(s/(1 − β₂ᵗ)) + ε)`; adamW first `w ← w·(1 − η·λ)`.
 * - rmsprop: `s ← α·s + (1 − α)·g²`, `w ← w − η·g/(√s + ε)`.
 *
 * @throws {ShapeMismatchError} a gradient missing or of another shape.
 * @throws {RequestError} settings out of range.
 * Source: PyTorch's documentation; Sutskever et al. 2013, Kingma & Ba 2015, Loshchilov & Hutter 2019.
 */
export function optimizerStep<A extends Numbers>(
  spec: OptimizerSpec,
  state: OptimizerState<A>,
  parameters: Parameters<A>,
  gradients: Parameters<A>,
): Stepped<A> {
  requireSettings(spec);
  const update = updateRule(spec);
  const step = state.step + 1;
  const next: Record<string, Block<A>> = {};
  const first: Record<string, Block<A>> = {};
  const second: Record<string, Block<A>> = {};
  for (const [name, { shape, data }] of Object.entries(parameters)) {
    const gradient = gradients[name];
    if (!gradient) throw new ShapeMismatchError(`there is no gradient for ${name}`);
    requireShape(`gradient of ${name}`, gradient, shape);
    const weights = zeros(data, data.length);
    const firsts = zeros(data, data.length);
    const seconds = zeros(data, data.length);
    for (let at = 0; at < data.length; at++) {
      const after = update({
        weight: data[at]!,
        gradient: gradient.data[at]!,
        first: state.first[name]?.data[at] ?? 0,
        second: state.second[name]?.data[at] ?? 0,
        step,
      });
      weights[at] = after.weight;
      firsts[at] = after.first;
      seconds[at] = after.second;
    }
    next[name] = { shape, data: weights };
    first[name] = { shape, data: firsts };
    second[name] = { shape, data: seconds };
  }
  return { parameters: next, state: { step, first, second } };
}
