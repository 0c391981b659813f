import type { Conv2dGradients } from "../../../core/conv/conv2d-backward";
import type { ConvGeometry } from "../../../core/conv/geometry";
import type { Tensor } from "../../../core/tensor";
import type { Conv2dBackwardRequest } from "../../conv2d-backward";
import { assemble } from "../../simd/module";
import { convShape, padInto, unpadInto, type ConvShape } from "../train/conv-shape";
import { backwardProgram, rowLength, suitsSimd } from "../train/conv-simd";
import { copyChannels } from "./channels";

const PAGE = 65_536;
/** Vectors may reach this many numbers past the last one. */
const SPILL = 4;
/** Rows of windows whose sums stay in float32; from strip to strip they are float64. */
const STRIP = 8;

type Backward = (...addresses: readonly number[]) => void;

/**
 * The way back by the SIMD program of training, assembled for the very sizes; group by group. Null
 * where it has no way to do it: numbers that are not finite, which it would skip under a gradient of
 * 0, a kernel too large to unroll, no SIMD.
 */
export async function simdConv2dBackward(
  request: Conv2dBackwardRequest,
  g: ConvGeometry,
): Promise<Conv2dGradients<Float32Array> | null> {
  const { input, weights, outputGradient } = request;
  const groupIn = g.inChannels / g.groups;
  const groupOut = g.outChannels / g.groups;
  const one = { inputs: groupIn, outputs: groupOut };
  const shape = groupShape(g, one);
  if (!suitsSimd(shape) || ![input, weights, outputGradient].every(isFinite)) return null;
  const program = await openProgram(shape, g.batch).catch(() => null);
  if (!program) return null;
  const gradients = {
    input: { shape: input.shape, data: new Float32Array(input.data.length) },
    weights: { shape: weights.shape, data: new Float32Array(weights.data.length) },
    bias: { shape: [g.outChannels], data: new Float32Array(g.outChannels) },
  };
  for (let group = 0; group < g.groups; group++) {
    const from = { channel: group * groupOut, of: g.outChannels };
    const take = (data: Float32Array, channel: number, of: number, count: number) =>
      copyChannels(data, { channel, of }, new Float32Array((data.length / of) * count), {
        channel: 0,
        of: count,
        count,
      });
    const part = program(
      take(input.data, group * groupIn, g.inChannels, groupIn),
      take(weights.data, from.channel, g.outChannels, groupOut),
      take(outputGradient.data, from.channel, g.outChannels, groupOut),
    );
    const whole = { channel: 0, of: groupOut };
    copyChannels(part.weights, whole, gradients.weights.data, { ...from, count: groupOut });
    gradients.bias.data.set(part.bias, from.channel);
    copyChannels(part.input, { channel: 0, of: groupIn }, gradients.input.data, {
      channel: group * groupIn,
      of: g.inChannels,
      count: groupIn,
    });
  }
  return gradients;
}

const isFinite = ({ data }: Tensor): boolean => data.every((value) => value - value === 0);

function groupShape(
  g: ConvGeometry,
  { inputs, outputs }: { readonly inputs: number; readonly outputs: number },
): ConvShape {
  const size = [g.kernelHeight, g.kernelWidth] as const;
  return convShape(
    {
      kind: "conv",
      filters: outputs,
      size,
      stride: [g.strideHeight, g.strideWidth],
      padding: g.pad,
      paddingMode: g.paddingMode,
      dilation: [g.dilationHeight, g.dilationWidth],
    },
    [g.inHeight, g.inWidth, inputs],
    [...size, inputs, outputs],
  );
}

interface Part {
  readonly input: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

/** One group of channels: input, weights and gradient by the result, to what they send back. */
async function openProgram(
  shape: ConvShape,
  batch: number,
): Promise<(input: Float32Array, weights: Float32Array, upstream: Float32Array) => Part> {
  const { g, runs, runLength, paddedCells } = shape;
  const row = rowLength(shape);
  const runPadded = row / runs.length;
  const picture = paddedCells * g.inChannels;
  const inputSize = g.inHeight * g.inWidth * g.inChannels;
  const outputSize = g.outHeight * g.outWidth * g.outChannels;
  let bytes = 0;
  const place = (numbers: number, size = 4): number => {
    const at = bytes;
    bytes += Math.ceil(((numbers + SPILL) * size) / 16) * 16;
    return at;
  };
  const at = {
    gradient: place(outputSize),
    padded: place(picture),
    rows: place(g.outChannels * row),
    rowSums: place(g.outChannels * row),
    biasSums: place(g.outChannels, 8),
    paddedSums: place(picture),
  };
  const pages = Math.ceil(bytes / PAGE);
  const strip = Math.min(STRIP, g.outHeight);
  const rest = g.outHeight % strip;
  const program = (name: string, outHeight: number) =>
    backwardProgram(name, { ...shape, g: { ...g, outHeight } }, true);
  const code = assemble([program("strip", strip), program("rest", Math.max(rest, 1))], pages);
  const { exports } = (await WebAssembly.instantiate(code)).instance;
  const { buffer } = exports["memory"] as WebAssembly.Memory;
  const floats = (from: number, length: number) => new Float32Array(buffer, from, length);
  const padded = floats(at.padded, picture);
  const rows = floats(at.rows, g.outChannels * row);
  const rowSums = floats(at.rowSums, g.outChannels * row);
  const paddedSums = floats(at.paddedSums, picture + SPILL);
  const biasSums = new Float64Array(buffer, at.biasSums, g.outChannels);
  const upstreamHere = floats(at.gradient, outputSize);

  /** Every weight's place in the rows that the program reads, and in its own order. */
  function eachWeight(visit: (inRows: number, inWeights: number) => void): void {
    for (let out = 0; out < g.outChannels; out++)
      for (let run = 0, k = 0; run < runs.length; run++)
        for (let e = 0; e < runLength; e++, k++)
          visit(out * row + run * runPadded + e, k * g.outChannels + out);
  }

  const stripGradient = strip * g.outWidth * g.outChannels * 4;
  const stripCells = strip * g.strideHeight * shape.paddedWidth * g.inChannels * 4;
  const totals = new Float64Array(rowSums.length);

  /** Sends the gradient of the picture that lies ready back, strip by strip. */
  function sendBack(): void {
    for (let first = 0; first < g.outHeight; first += strip) {
      const index = first / strip;
      rowSums.fill(0);
      (exports[first + strip <= g.outHeight ? "strip" : "rest"] as Backward)(
        at.gradient + index * stripGradient,
        at.padded + index * stripCells,
        at.rows,
        at.rowSums,
        at.biasSums,
        at.paddedSums + index * stripCells,
      );
      for (let sum = 0; sum < totals.length; sum++) totals[sum]! += rowSums[sum]!;
    }
  }

  return (input, weights, upstream) => {
    totals.fill(0);
    biasSums.fill(0);
    eachWeight((inRows, inWeights) => (rows[inRows] = weights[inWeights]!));
    const inputGradient = new Float32Array(input.length);
    for (let image = 0; image < batch; image++) {
      padInto(shape, input, image * inputSize, padded, 0);
      upstreamHere.set(upstream.subarray(image * outputSize, (image + 1) * outputSize));
      paddedSums.fill(0);
      sendBack();
      const own = inputGradient.subarray(image * inputSize, (image + 1) * inputSize);
      unpadInto(shape, paddedSums, own, 0);
    }
    const weightGradient = new Float32Array(weights.length);
    eachWeight((inRows, inWeights) => (weightGradient[inWeights] = totals[inRows]!));
    return { input: inputGradient, weights: weightGradient, bias: biasSums };
  };
}
