import { conv2dBackward } from "../../conv/conv2d-backward";
import { correlate } from "../../conv/correlate";
import { convGeometry } from "../../conv/geometry";
import { ShapeMismatchError } from "../../errors";
import type { Block, Numbers } from "../../numbers";
import type { ConvLayer } from "../layer";
import { parameter, plainStep, type Context, type Rule } from "../rule";

function weightShape({ size, filters, groups = 1 }: ConvLayer, inputShape: readonly number[]) {
  const [height, width] = typeof size === "number" ? [size, size] : size;
  const channels = inputShape.at(-1)!;
  if (channels % groups !== 0)
    throw new ShapeMismatchError(`${channels} input channels do not divide into ${groups} groups`);
  return [height, width, channels / groups, filters];
}

export const convRule: Rule<ConvLayer> = {
  outputShape(layer, inputShape) {
    const g = convGeometry({
      ...layer,
      inputShape: [1, ...inputShape],
      weightShape: weightShape(layer, inputShape),
    });
    return [g.outHeight, g.outWidth, g.outChannels];
  },

  parameterShapes(layer, inputShape) {
    const weights = weightShape(layer, inputShape);
    return layer.bias === false ? { weights } : { weights, bias: [layer.filters] };
  },

  forward<A extends Numbers>(layer: ConvLayer, input: Block<A>, context: Context<A>) {
    const { bias: hasBias = true, ...spec } = layer;
    const weights = parameter<A>(context, "weights");
    const bias = hasBias ? { bias: parameter<A>(context, "bias") } : {};
    const output = correlate<A>({ ...spec, input, weights, ...bias });
    return plainStep(output, (outputGradient) => {
      const gradients = conv2dBackward<A>({ ...spec, input, weights, outputGradient });
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
