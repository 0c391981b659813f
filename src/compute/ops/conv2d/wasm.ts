import { conv2DConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2D";
import type { TensorInfo } from "@tensorflow/tfjs-core/dist/base";
import { relu } from "../../../core/conv/conv2d";
import { sourceIndex, type ConvGeometry } from "../../../core/conv/geometry";
import type { InputCache } from "../../device/input-cache";
import type { HeapTensor, WasmContext } from "../../device/wasm/context";
import type { Conv2dOp } from "../../jobs/conv2d";
import type { Conv2dSpec, Tensor } from "../../types";
import { cpuConv2d, cpuMaps } from "./cpu";
import { distinct, groupInputs, mapName, type ConvMaps, type MapKey } from "./maps";

/** Input channels and output channels of one batch entry or more, as tfjs's wasm kernel wants them. */
export interface WasmConv2d extends Conv2dOp {
  maps(spec: Conv2dSpec, geometry: ConvGeometry, wanted: readonly MapKey[]): ConvMaps<Float32Array>;
}

/**
 * Convolution by tfjs's wasm kernel: all maps of a request at once, as output channels of one
 * filter bank. The kernel multiplies every tap and knows no groups, so core's own loops do what it
 * would get wrong or cannot: groups, and numbers that are not finite (0 · ∞ on padding or on another
 * channel's zero weight).
 */
export function createWasmConv2d(context: WasmContext, inputs: InputCache<HeapTensor>): WasmConv2d {
  const finite = new WeakMap<Float32Array, boolean>();

  function isFiniteInput({ data }: Tensor): boolean {
    let known = finite.get(data);
    if (known === undefined) finite.set(data, (known = allFinite(data)));
    return known;
  }

  const serves = (spec: Conv2dSpec, g: ConvGeometry) =>
    g.groups === 1 && allFinite(spec.weights.data) && isFiniteInput(spec.input);

  /** `[batch, outHeight, outWidth, bank channels]` on the heap; the caller releases it. */
  function convolve(spec: Conv2dSpec, g: ConvGeometry, bank: Tensor): HeapTensor {
    const { top, bottom, left, right } = g.pad;
    const byHand = g.paddingMode !== "zero" && top + bottom + left + right > 0;
    const layout = byHand ? `${g.paddingMode} ${top} ${bottom} ${left} ${right}` : "plain";
    const x = inputs.of(spec.input, layout, () =>
      byHand
        ? context.upload(paddedShape(g), padded(spec.input, g))
        : context.upload(spec.input.shape, spec.input.data),
    );
    const filter = context.upload(bank.shape, bank.data);
    const pad = byHand ? 0 : 1;
    // The kernel keeps its entry into the module for all backends of a thread.
    conv2DConfig.setupFunc!(context.backend);
    const output = conv2DConfig.kernelFunc({
      backend: context.backend,
      inputs: { x: x.info, filter: filter.info },
      attrs: {
        strides: [g.strideHeight, g.strideWidth],
        dilations: [g.dilationHeight, g.dilationWidth],
        pad: [
          [0, 0],
          [top * pad, bottom * pad],
          [left * pad, right * pad],
          [0, 0],
        ],
        dataFormat: "NHWC",
        dimRoundingMode: "floor",
      },
    });
    filter.release();
    return context.adopt(output as TensorInfo);
  }

  return {
    async output(spec, g) {
      if (!serves(spec, g)) return cpuConv2d.output(spec, g);
      const output = convolve(spec, g, spec.weights);
      const data = finished(output.view(), spec, g.outChannels);
      output.release();
      return { shape: [g.batch, g.outHeight, g.outWidth, g.outChannels], data };
    },
    async partials(spec, g, outChannel) {
      if (!serves(spec, g)) return cpuConv2d.partials(spec, g, outChannel);
      const channels = groupInputs(g);
      const keys = Array.from({ length: channels }, (_, inChannel) => ({ outChannel, inChannel }));
      const output = convolve(spec, g, filterBank(spec, g, keys));
      const data = output.view().slice();
      output.release();
      return { shape: [g.batch, g.outHeight, g.outWidth, channels], data };
    },
    maps(spec, g, wanted) {
      const keys = distinct(wanted);
      if (keys.length === 0 || !serves(spec, g)) return cpuMaps(spec, g, wanted);
      const output = convolve(spec, g, filterBank(spec, g, keys));
      const all = output.view();
      const cells = g.outHeight * g.outWidth;
      const made = new Map(
        keys.map((key, channel) => [mapName(key), plane(all, cells, channel, keys.length)]),
      );
      output.release();
      return { get: (key) => made.get(mapName(key))!, release: () => made.clear() };
    },
  };
}

function allFinite(data: Float32Array): boolean {
  for (let at = 0; at < data.length; at++) if (data[at]! - data[at]! !== 0) return false;
  return true;
}

/** One output channel a key: the filter itself, or only one input channel's kernel of it. */
function filterBank(spec: Conv2dSpec, g: ConvGeometry, keys: readonly MapKey[]): Tensor {
  const channels = groupInputs(g);
  const taps = g.kernelHeight * g.kernelWidth * channels;
  const data = new Float32Array(taps * keys.length);
  keys.forEach(({ outChannel, inChannel }, to) => {
    for (let tap = 0; tap < taps; tap++)
      if (inChannel === undefined || tap % channels === inChannel)
        data[tap * keys.length + to] = spec.weights.data[tap * g.outChannels + outChannel]!;
  });
  return { shape: [g.kernelHeight, g.kernelWidth, channels, keys.length], data };
}

function plane(all: Float32Array, cells: number, channel: number, step: number): Float32Array {
  if (step === 1) return all.slice(0, cells);
  const out = new Float32Array(cells);
  for (let at = 0, from = channel; at < cells; at++, from += step) out[at] = all[from]!;
  return out;
}

/** A copy with bias and activation. */
function finished(sums: Float32Array, spec: Conv2dSpec, channels: number): Float32Array {
  const out = sums.slice();
  const rectify = spec.activation === "relu";
  for (let channel = 0; channel < channels; channel++) {
    const bias = spec.bias?.[channel] ?? 0;
    if (bias === 0 && !rectify) continue;
    for (let at = channel; at < out.length; at += channels) {
      const value = out[at]! + bias;
      out[at] = rectify ? relu(value) : value;
    }
  }
  return out;
}

function paddedShape({ batch, inHeight, inWidth, inChannels, pad }: ConvGeometry): number[] {
  return [batch, inHeight + pad.top + pad.bottom, inWidth + pad.left + pad.right, inChannels];
}

/** The input with its padding written out, by the rules of `sourceIndex`. */
function padded({ data }: Tensor, g: ConvGeometry): Float32Array {
  const [, height = 0, width = 0] = paddedShape(g);
  const { inHeight, inWidth, inChannels, paddingMode } = g;
  const out = new Float32Array(g.batch * height * width * inChannels);
  let to = 0;
  for (let batch = 0; batch < g.batch; batch++)
    for (let row = 0; row < height; row++) {
      const y = sourceIndex(row - g.pad.top, inHeight, paddingMode)!;
      for (let column = 0; column < width; column++) {
        const x = sourceIndex(column - g.pad.left, inWidth, paddingMode)!;
        const from = ((batch * inHeight + y) * inWidth + x) * inChannels;
        for (let channel = 0; channel < inChannels; channel++) out[to++] = data[from + channel]!;
      }
    }
  return out;
}
