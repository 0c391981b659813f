import { adaptiveAveragePool, adaptiveAveragePoolBackward } from "../../pool/adaptive-average";
import { averagePool, averagePoolBackward } from "../../pool/average-pool";
import { poolGeometry } from "../../pool/geometry";
import { maxPool, maxPoolBackward } from "../../pool/max-pool";
import { ShapeMismatchError } from "../../errors";
import type { GlobalAverageLayer, PoolLayer } from "../layer";
import { plainStep, type Rule } from "../rule";

export const poolRule: Rule<PoolLayer> = {
  outputShape(layer, inputShape) {
    const { rows, columns, channels } = poolGeometry([1, ...inputShape], layer);
    return [rows.outSize, columns.outSize, channels];
  },

  parameterShapes: () => ({}),

  forward(layer, input) {
    if (layer.kind === "averagePool")
      return plainStep(averagePool(input, layer), (gradient) => ({
        input: averagePoolBackward(input.shape, layer, gradient),
        parameters: {},
      }));
    const pooled = maxPool(input, layer);
    return plainStep(pooled.output, (gradient) => ({
      input: maxPoolBackward(input.shape, pooled, gradient),
      parameters: {},
    }));
  },
};

export const globalAverageRule: Rule<GlobalAverageLayer> = {
  outputShape(_, inputShape) {
    if (inputShape.length !== 3)
      throw new ShapeMismatchError(
        `global average needs [height, width, channels], got ${inputShape.join("×")}`,
      );
    return [1, 1, inputShape[2]!];
  },

  parameterShapes: () => ({}),

  forward(_, input) {
    return plainStep(adaptiveAveragePool(input), (gradient) => ({
      input: adaptiveAveragePoolBackward(input.shape, [1, 1], gradient),
      parameters: {},
    }));
  },
};
