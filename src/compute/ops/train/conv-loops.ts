import type { ConvLayer } from "../../../core/network/layer";
import { convShape, padInto, unpadInto, type ConvShape } from "./conv-shape";
import { learnedOf, outputFlow, type LayerLoops, type LayerSetting } from "./layer-loops";

/**
 * A convolution forward and back in plain loops; sums run in float64 and are rounded once, as in
 * core. Forward, four output channels of two neighbouring cells are added up side by side. Back, only
 * cells whose gradient is not zero are visited: behind a ReLU and a pooling few are.
 */
export function convLoops(setting: LayerSetting<ConvLayer>): LayerLoops {
  const { layer, input, capacity, learned } = setting;
  const weights = learnedOf(setting, "weights")!;
  const bias = learnedOf(setting, "bias");
  const shape = convShape(layer, input.shape, weights.shape);
  const { g, paddedCells, groupOut } = shape;
  const output = outputFlow(setting);
  const window = shape.runs.length * shape.runLength;
  const picture = paddedCells * g.inChannels;
  const inputSize = g.inHeight * g.inWidth * g.inChannels;
  const outputSize = g.outHeight * g.outWidth * g.outChannels;
  const padded = new Float64Array(picture * capacity);
  const blocks = Math.ceil(groupOut / 4);
  /** `[group, block of 4 output channels, window, 4]` */
  const wide = new Float64Array(g.groups * blocks * window * 4);
  /** `[outChannels, window]` */
  const rows = new Float64Array(g.outChannels * window);
  const rowSums = new Float64Array(rows.length);
  const biases = new Float64Array(g.groups * blocks * 4);
  const biasSums = new Float64Array(g.outChannels);
  const paddedSums = input.gradient ? new Float64Array(picture) : null;

  function arrangeWeights(): void {
    for (let out = 0; out < g.outChannels; out++) {
      const group = Math.floor(out / groupOut);
      const inGroup = out - group * groupOut;
      const block = group * blocks + (inGroup >> 2);
      if (bias) biases[block * 4 + (inGroup & 3)] = bias.values[out]!;
      for (let k = 0; k < window; k++) {
        const value = weights.values[k * g.outChannels + out]!;
        wide[(block * window + k) * 4 + (inGroup & 3)] = value;
        rows[out * window + k] = value;
      }
    }
  }

  return {
    output,
    learned,
    forward({ from, to }) {
      if (from === 0) arrangeWeights();
      for (let image = from; image < to; image++) {
        padInto(shape, input.values, image * inputSize, padded, image * picture);
        for (let group = 0; group < g.groups; group++)
          for (let block = 0; block < blocks; block++)
            correlateBlock(
              shape,
              padded,
              image * picture + group * shape.groupIn,
              wide,
              (group * blocks + block) * window * 4,
              biases,
              (group * blocks + block) * 4,
              output.values,
              image * outputSize + group * groupOut + block * 4,
              Math.min(4, groupOut - block * 4),
            );
      }
    },
    backward({ from, to, batch }) {
      if (from === 0) {
        rowSums.fill(0);
        biasSums.fill(0);
      }
      for (let image = from; image < to; image++) {
        paddedSums?.fill(0);
        scatter(
          shape,
          output.gradient!,
          image * outputSize,
          padded,
          image * picture,
          rows,
          rowSums,
          biasSums,
          paddedSums,
        );
        if (paddedSums) unpadInto(shape, paddedSums, input.gradient!, image * inputSize);
      }
      if (to < batch) return;
      for (let out = 0; out < g.outChannels; out++)
        for (let k = 0; k < window; k++)
          weights.gradient[k * g.outChannels + out] = rowSums[out * window + k]!;
      bias?.gradient.set(biasSums);
    },
  };
}

/** Four output channels of one picture, two cells at a time. */
function correlateBlock(
  { g, paddedWidth, runs, runLength }: ConvShape,
  padded: Float64Array,
  from: number,
  wide: Float64Array,
  weightsFrom: number,
  biases: Float64Array,
  biasFrom: number,
  target: Float32Array,
  to: number,
  count: number,
): void {
  const { outHeight, outWidth, outChannels } = g;
  const stepX = g.strideWidth * g.inChannels;
  const stepY = g.strideHeight * paddedWidth * g.inChannels;
  const runCount = runs.length;
  const b0 = biases[biasFrom]!;
  const b1 = biases[biasFrom + 1]!;
  const b2 = biases[biasFrom + 2]!;
  const b3 = biases[biasFrom + 3]!;
  for (let row = 0; row < outHeight; row++)
    for (let column = 0; column < outWidth; column += 2) {
      const left = from + row * stepY + column * stepX;
      // A last cell without a neighbour is reckoned twice.
      const right = column + 1 < outWidth ? left + stepX : left;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      let k = weightsFrom;
      for (let run = 0; run < runCount; run++) {
        const start = runs[run]!;
        const end = left + start + runLength;
        let other = right + start;
        for (let at = left + start; at < end; at++, other++, k += 4) {
          const x = padded[at]!;
          const y = padded[other]!;
          const w0 = wide[k]!;
          const w1 = wide[k + 1]!;
          const w2 = wide[k + 2]!;
          const w3 = wide[k + 3]!;
          s0 += x * w0;
          s1 += x * w1;
          s2 += x * w2;
          s3 += x * w3;
          t0 += y * w0;
          t1 += y * w1;
          t2 += y * w2;
          t3 += y * w3;
        }
      }
      const cell = to + (row * outWidth + column) * outChannels;
      target[cell] = s0 + b0;
      if (count > 1) target[cell + 1] = s1 + b1;
      if (count > 2) target[cell + 2] = s2 + b2;
      if (count > 3) target[cell + 3] = s3 + b3;
      if (right === left) continue;
      const next = cell + outChannels;
      target[next] = t0 + b0;
      if (count > 1) target[next + 1] = t1 + b1;
      if (count > 2) target[next + 2] = t2 + b2;
      if (count > 3) target[next + 3] = t3 + b3;
    }
}

/** Sends one picture's gradient back to weights, biases and the padded input. */
function scatter(
  { g, paddedWidth, runs, runLength, groupIn, groupOut }: ConvShape,
  gradient: Float32Array,
  from: number,
  padded: Float64Array,
  paddedFrom: number,
  rows: Float64Array,
  rowSums: Float64Array,
  biasSums: Float64Array,
  paddedSums: Float64Array | null,
): void {
  const window = runs.length * runLength;
  let at = from;
  for (let row = 0; row < g.outHeight; row++)
    for (let column = 0; column < g.outWidth; column++) {
      const corner = (row * g.strideHeight * paddedWidth + column * g.strideWidth) * g.inChannels;
      for (let out = 0; out < g.outChannels; out++, at++) {
        const upstream = gradient[at]!;
        if (upstream === 0) continue;
        biasSums[out]! += upstream;
        const first = g.groups === 1 ? corner : corner + Math.floor(out / groupOut) * groupIn;
        let k = out * window;
        for (let run = 0; run < runs.length; run++) {
          let cell = first + runs[run]!;
          const end = k + runLength;
          if (paddedSums)
            for (; k < end; k++, cell++) {
              rowSums[k]! += upstream * padded[paddedFrom + cell]!;
              paddedSums[cell]! += upstream * rows[k]!;
            }
          else for (; k < end; k++, cell++) rowSums[k]! += upstream * padded[paddedFrom + cell]!;
        }
      }
    }
}
