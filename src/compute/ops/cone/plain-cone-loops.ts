import { conv2d } from "../../../core/conv/conv2d";
import { conv2dBackward } from "../../../core/conv/conv2d-backward";
import type { ConeLayer } from "../../../core/receptive-field/cone";
import type { ConeLoops } from "./cone-loops";

function settings({ layer, pad, inChannels, outChannels }: ConeLayer, data: Float32Array) {
  const { kernelSize, stride, dilation } = layer;
  const weights = { shape: [kernelSize, kernelSize, inChannels, outChannels], data };
  return { weights, stride, dilation, padding: pad };
}

/** Core's own loops; sums run in float64. */
export function plainConeLoops(): ConeLoops {
  return {
    madeBy: "plain",
    lanesOf: (channels) => channels,
    forward(cone, data, weights) {
      const input = { shape: [1, cone.inRows, cone.inColumns, cone.inChannels], data };
      return conv2d({ ...settings(cone, weights), input }).data;
    },
    backward(cone, data, weights) {
      const { inRows, inColumns, inChannels, outRows, outColumns, outChannels } = cone;
      const zero = new Float32Array(inRows * inColumns * inChannels);
      return conv2dBackward({
        ...settings(cone, weights),
        input: { shape: [1, inRows, inColumns, inChannels], data: zero },
        outputGradient: { shape: [1, outRows, outColumns, outChannels], data },
      }).input.data;
    },
  };
}
