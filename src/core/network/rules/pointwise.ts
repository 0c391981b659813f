import { activationOf } from "../../activation/activations";
import {
  BATCH_NORM_MOMENTUM,
  batchNorm,
  batchNormBackward,
  batchNormFrozen,
  batchNormFrozenBackward,
  freshStatistics,
} from "../../norm/batch-norm";
import { zeros, type Block, type Numbers } from "../../numbers";
import type { ActivationLayer, BatchNormLayer } from "../layer";
import { parameter, plainStep, type Context, type Rule } from "../rule";

export const activationRule: Rule<ActivationLayer> = {
  outputShape: (_, inputShape) => inputShape,

  parameterShapes: () => ({}),

  forward({ activation }, { shape, data }) {
    const { value, derivative } = activationOf(activation);
    const output = zeros(data, data.length);
    for (let at = 0; at < data.length; at++) output[at] = value(data[at]!);
    return plainStep({ shape, data: output }, (gradient) => {
      const back = zeros(data, data.length);
      for (let at = 0; at < data.length; at++)
        back[at] = gradient.data[at]! * derivative(data[at]!);
      return { input: { shape, data: back }, parameters: {} };
    });
  },
};

export const batchNormRule: Rule<BatchNormLayer> = {
  outputShape: (_, inputShape) => inputShape,

  parameterShapes: (_, inputShape) => ({ gamma: [inputShape.at(-1)!], beta: [inputShape.at(-1)!] }),

  forward<A extends Numbers>(layer: BatchNormLayer, input: Block<A>, context: Context<A>) {
    const { path, training, statistics } = context;
    const args = {
      ...layer,
      input,
      gamma: parameter<A>(context, "gamma"),
      beta: parameter<A>(context, "beta"),
    };
    const running = statistics[path] ?? freshStatistics(input.data, args.gamma.data.length);
    const named = (gradients: ReturnType<typeof batchNormBackward<A>>) => ({
      input: gradients.input,
      parameters: { [`${path}/gamma`]: gradients.gamma, [`${path}/beta`]: gradients.beta },
    });
    if (!training)
      return plainStep(batchNormFrozen<A>(args, running), (gradient) =>
        named(batchNormFrozenBackward<A>(args, running, gradient)),
      );
    const { momentum = BATCH_NORM_MOMENTUM } = layer;
    const normalised = batchNorm<A>(args, running, momentum);
    return plainStep(normalised.output, (gradient) => named(batchNormBackward<A>(args, gradient)), {
      [path]: normalised.running,
    });
  },
};
