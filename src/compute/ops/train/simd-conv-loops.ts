import type { ConvLayer } from "../../../core/network/layer";
import { padInto, unpadInto, type ConvShape } from "./conv-shape";
import { rowLength, tilingOf } from "./conv-simd";
import { learnedOf, outputFlow, type LayerLoops, type LayerSetting } from "./layer-loops";

/** The programs of one convolution; arguments are addresses in bytes. */
export interface ConvPrograms {
  forward(picture: number, weights: number, biases: number, output: number): void;
  backward(
    gradient: number,
    picture: number,
    weights: number,
    weightSums: number,
    biasSums: number,
    inputSums: number,
  ): void;
}

/** A convolution by SIMD programs over buffers in their memory; sums run in float32. */
export function simdConvLoops(
  setting: LayerSetting<ConvLayer>,
  shape: ConvShape,
  programs: () => ConvPrograms,
): LayerLoops {
  const { input, capacity, learned, arena } = setting;
  const weights = learnedOf(setting, "weights")!;
  const bias = learnedOf(setting, "bias");
  const { g, runs, runLength, paddedCells } = shape;
  const { vectors, blocks } = tilingOf(shape);
  const lanes = vectors * 4;
  const output = outputFlow(setting);
  arena.floats(lanes);
  const window = runs.length * runLength;
  const row = rowLength(shape);
  const runPadded = row / runs.length;
  const picture = paddedCells * g.inChannels;
  const inputSize = g.inHeight * g.inWidth * g.inChannels;
  const outputSize = g.outHeight * g.outWidth * g.outChannels;
  const padded = arena.floats(picture * capacity + lanes);
  /** `[block, window, lanes]` */
  const wide = arena.floats(blocks * window * lanes);
  const biases = arena.floats(blocks * lanes);
  /** `[outChannels, rowLength]` */
  const rows = arena.floats(g.outChannels * row);
  const rowSums = arena.floats(g.outChannels * row);
  const biasBytes = arena.floats(g.outChannels * 2);
  const biasSums = new Float64Array(biasBytes.buffer, biasBytes.byteOffset, g.outChannels);
  const paddedSums = arena.floats(input.gradient ? picture + lanes : 0);

  function arrangeWeights(): void {
    for (let out = 0; out < g.outChannels; out++) {
      const block = Math.floor(out / lanes);
      const lane = out - block * lanes;
      if (bias) biases[out] = bias.values[out]!;
      for (let run = 0, k = 0; run < runs.length; run++)
        for (let e = 0; e < runLength; e++, k++) {
          const value = weights.values[k * g.outChannels + out]!;
          wide[(block * window + k) * lanes + lane] = value;
          rows[out * row + run * runPadded + e] = value;
        }
    }
  }

  return {
    output,
    learned,
    forward({ from, to }) {
      if (from === 0) arrangeWeights();
      const { forward } = programs();
      for (let image = from; image < to; image++) {
        padInto(shape, input.values, image * inputSize, padded, image * picture);
        for (let block = blocks - 1; block >= 0; block--)
          forward(
            padded.byteOffset + image * picture * 4,
            wide.byteOffset + block * window * lanes * 4,
            biases.byteOffset + block * lanes * 4,
            output.values.byteOffset + (image * outputSize + block * lanes) * 4,
          );
      }
    },
    backward({ from, to, batch }) {
      const { backward } = programs();
      if (from === 0) {
        rowSums.fill(0);
        biasSums.fill(0);
      }
      for (let image = from; image < to; image++) {
        paddedSums.fill(0);
        backward(
          output.gradient!.byteOffset + image * outputSize * 4,
          padded.byteOffset + image * picture * 4,
          rows.byteOffset,
          rowSums.byteOffset,
          biasSums.byteOffset,
          paddedSums.byteOffset,
        );
        if (input.gradient) unpadInto(shape, paddedSums, input.gradient, image * inputSize);
      }
      if (to < batch) return;
      for (let out = 0; out < g.outChannels; out++)
        for (let run = 0, k = 0; run < runs.length; run++)
          for (let e = 0; e < runLength; e++, k++)
            weights.gradient[k * g.outChannels + out] = rowSums[out * row + run * runPadded + e]!;
      bias?.gradient.set(biasSums);
    },
  };
}
