import { dense, denseBackward } from "../../dense/dense";
import { ShapeMismatchError } from "../../errors";
import type { Block, Numbers } from "../../numbers";
import { elementCount } from "../../tensor";
import type { DenseLayer, FlattenLayer } from "../layer";
import { parameter, plainStep, type Context, type Rule } from "../rule";

function inputsOf(inputShape: readonly number[]): number {
  if (inputShape.length !== 1)
    throw new ShapeMismatchError(
      `a dense layer needs [inputs], got ${inputShape.join("×")}: flatten first`,
    );
  return inputShape[0]!;
}

export const denseRule: Rule<DenseLayer> = {
  outputShape(layer, inputShape) {
    inputsOf(inputShape);
    return [layer.units];
  },

  parameterShapes({ units, bias }, inputShape) {
    const weights = [inputsOf(inputShape), units];
    return bias === false ? { weights } : { weights, bias: [units] };
  },

  forward<A extends Numbers>(layer: DenseLayer, input: Block<A>, context: Context<A>) {
    const hasBias = layer.bias !== false;
    const weights = parameter<A>(context, "weights");
    const args = { input, weights, ...(hasBias && { bias: parameter<A>(context, "bias") }) };
    return plainStep(dense<A>(args), (outputGradient) => {
      const gradients = denseBackward<A>(args, outputGradient);
      const { path } = context;
      return {
        input: gradients.input,
        parameters: {
          [`${path}/weights`]: gradients.weights,
          ...(hasBias && { [`${path}/bias`]: gradients.bias }),
        },
      };
    });
  },
};

export const flattenRule: Rule<FlattenLayer> = {
  outputShape: (_, inputShape) => [elementCount(inputShape)],

  parameterShapes: () => ({}),

  forward(_, { shape, data }) {
    const batch = shape[0]!;
    return plainStep({ shape: [batch, data.length / batch], data }, (gradient) => ({
      input: { shape, data: gradient.data },
      parameters: {},
    }));
  },
};
