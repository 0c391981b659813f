import type { Parameters } from "../network/rule";
import type { Numbers } from "../numbers";

/** Plain, heavy-ball or Nesterov gradient descent. */
export interface SgdSpec {
  readonly name: "sgd";
  readonly learningRate: number;
  /** Share of the last velocity that is kept, in [0, 1); default 0. */
  readonly momentum?: number;
  /** Looks ahead along the velocity; default false. */
  readonly nesterov?: boolean;
  /** Times the weight, added to its gradient; default 0. */
  readonly weightDecay?: number;
}

export interface AdamSpec {
  /** `adamW` shrinks the weights directly instead of adding the decay to the gradient. */
  readonly name: "adam" | "adamW";
  readonly learningRate: number;
  /** Decay of the running mean of gradients; default 0.9. */
  readonly beta1?: number;
  /** Decay of the running mean of their squares; default 0.999. */
  readonly beta2?: number;
  /** Added to the root; default 1e-8. */
  readonly epsilon?: number;
  /** Default 0, for `adamW` 0.01. */
  readonly weightDecay?: number;
}

export interface RmspropSpec {
  readonly name: "rmsprop";
  readonly learningRate: number;
  /** Decay of the running mean of squares; default 0.99. */
  readonly decay?: number;
  /** Added to the root; default 1e-8. */
  readonly epsilon?: number;
  readonly weightDecay?: number;
}

/** An optimiser as plain data, with PyTorch's definitions and defaults. */
export type OptimizerSpec = SgdSpec | AdamSpec | RmspropSpec;

/** What an optimiser remembers between steps. */
export interface OptimizerState<A extends Numbers = Numbers> {
  /** Steps taken. */
  readonly step: number;
  /** Velocity (sgd), or running mean of gradients (adam). */
  readonly first: Parameters<A>;
  /** Running mean of squared gradients (adam, rmsprop). */
  readonly second: Parameters<A>;
}

/** Before the first step. */
export const freshState: OptimizerState<never> = { step: 0, first: {}, second: {} };
