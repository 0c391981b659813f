import type { OptimizerSpec } from "../../src/core/optim/optimizer";

/** An optimiser as the golden files write it. */
export interface GoldenOptimizer {
  readonly name: "sgd" | "adam" | "adamw" | "rmsprop";
  readonly options: {
    readonly lr: number;
    readonly momentum?: number;
    readonly nesterov?: boolean;
    readonly weight_decay?: number;
    readonly betas?: readonly [number, number];
    readonly eps?: number;
    readonly alpha?: number;
  };
}

export function optimizerOf({ name, options }: GoldenOptimizer): OptimizerSpec {
  const { lr: learningRate, weight_decay: weightDecay = 0 } = options;
  switch (name) {
    case "sgd": {
      const { momentum = 0, nesterov = false } = options;
      return { name, learningRate, momentum, nesterov, weightDecay };
    }
    case "adam":
    case "adamw": {
      const [beta1, beta2] = options.betas!;
      const kind = name === "adam" ? "adam" : "adamW";
      return { name: kind, learningRate, beta1, beta2, epsilon: options.eps!, weightDecay };
    }
    case "rmsprop":
      return { name, learningRate, decay: options.alpha!, epsilon: options.eps!, weightDecay };
  }
}
