import { fansOf } from "../../../core/init/init";
import { normals } from "../../../core/random/fill";
import type { ConeLayer } from "../../../core/receptive-field/cone";

/**
 * Weights of one convolution, `[k, k, inChannels, outChannels]`: N(0, gain²/fan-in), stream `at` of
 * the seed. A depthwise layer has zeros between different channels.
 */
export function drawWeights(
  { layer, inChannels, outChannels }: ConeLayer,
  seed: number,
  at: number,
  gain: number,
): Float32Array {
  const taps = layer.kernelSize ** 2;
  const depthwise = layer.kind === "depthwise";
  const shape = [layer.kernelSize, layer.kernelSize, depthwise ? 1 : inChannels, outChannels];
  const { fanIn } = fansOf(shape);
  const drawn = normals(taps * shape[2]! * outChannels, { seed, stream: at });
  const deviation = gain / Math.sqrt(fanIn);
  if (!depthwise) return Float32Array.from(drawn, (value) => value * deviation);
  const weights = new Float32Array(taps * inChannels * outChannels);
  for (let tap = 0; tap < taps; tap++)
    for (let channel = 0; channel < outChannels; channel++)
      weights[(tap * inChannels + channel) * outChannels + channel] =
        drawn[tap * outChannels + channel]! * deviation;
  return weights;
}
