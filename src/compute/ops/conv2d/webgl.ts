import type { ConvGeometry } from "../../../core/conv/geometry";
import type { InputCache, Copy } from "../../device/input-cache";
import type { Rect } from "../../device/webgl/draw";
import type { Texture, WebglContext } from "../../device/webgl/context";
import type { Conv2dSpec, Tensor } from "../../types";
import { distinct, groupInputs, groupOf, mapName, type ConvMaps, type MapKey } from "./maps";
import { convSource, PADDING_MODES } from "./program";
import { chunkCount, inputSheet, weightSheet, type Sheet } from "./sheet";

/** A batch of pictures on the device, as a sheet. */
export interface InputCopy extends Copy {
  readonly texture: Texture;
  readonly across: number;
  /** Where the first batch entry's channel lies: which cell of the sheet, which lane of its texels. */
  place(channel: number): { readonly cell: number; readonly lane: number };
}

/** One output map on the device: a block of 2×2 numbers a texel. */
export interface WebglMap {
  readonly texture: Texture;
  /** In numbers. */
  readonly width: number;
  readonly height: number;
}

/** The device copy of an input, uploaded at first use. */
export function inputCopy(
  context: WebglContext,
  inputs: InputCache<InputCopy>,
  input: Tensor,
  g: ConvGeometry,
): InputCopy {
  return inputs.of(input, `${g.groups} groups`, () => {
    const sheet = inputSheet(input.data, g, context.maxTextureSize);
    const texture = upload(context, sheet);
    return {
      texture,
      across: sheet.across,
      place(channel) {
        const inGroup = channel % groupInputs(g);
        const group = Math.floor(channel / groupInputs(g));
        return { cell: group * chunkCount(g) + (inGroup >> 2), lane: inGroup & 3 };
      },
      bytes: texture.bytes,
      release: () => texture.release(),
    };
  });
}

function upload(context: WebglContext, { width, height, data }: Sheet): Texture {
  return context.upload(width, height, data);
}

/** Enqueues the maps of one batch entry; nothing waits. The caller releases the maps. */
export function convMaps(
  context: WebglContext,
  input: InputCopy,
  spec: Conv2dSpec,
  g: ConvGeometry,
  wanted: readonly MapKey[],
  options: { readonly image?: number; readonly fused?: boolean } = {},
): ConvMaps<WebglMap> {
  const keys = distinct(wanted);
  const made = new Map<string, WebglMap>();
  const release = () => made.forEach(({ texture }) => texture.release());
  if (keys.length === 0) return { get: () => missing(), release };
  const sheet = weightSheet(spec.weights.data, g, keys, context.maxTextureSize);
  const weights = upload(context, sheet);
  const chunks = chunkCount(g);
  const { inner, border } = split(g);
  const dense = g.strideHeight * g.strideWidth * g.dilationHeight * g.dilationWidth === 1;
  try {
    keys.forEach((key, cell) => {
      const { outChannel, inChannel } = key;
      const partial = inChannel !== undefined;
      const texture = context.target(Math.ceil(g.outWidth / 2), Math.ceil(g.outHeight / 2));
      made.set(mapName(key), { texture, width: g.outWidth, height: g.outHeight });
      const fused = options.fused && !partial;
      const uniforms = {
        x: input.texture.texture,
        weights: weights.texture,
        inSize: [g.inWidth, g.inHeight],
        outSize: [g.outWidth, g.outHeight],
        kernel: [g.kernelWidth, g.kernelHeight],
        stride: [g.strideWidth, g.strideHeight],
        dilation: [g.dilationWidth, g.dilationHeight],
        pad: [g.pad.left, g.pad.top],
        weightAt: [
          (cell % sheet.across) * g.kernelWidth,
          Math.floor(cell / sheet.across) * chunks * g.kernelHeight,
        ],
        firstCell: ((options.image ?? 0) * g.groups + groupOf(g, outChannel)) * chunks,
        across: input.across,
        firstChunk: partial ? inChannel >> 2 : 0,
        chunks: partial ? 1 : chunks,
        paddingMode: PADDING_MODES[g.paddingMode],
        bias: fused ? (spec.bias?.[outChannel] ?? 0) : 0,
        rectify: Boolean(fused) && spec.activation === "relu",
        lane: [0, 1, 2, 3].map((index) => index === (inChannel ?? 0) % 4),
      };
      for (const [inside, rects] of [
        [true, [inner]],
        [false, border],
      ] as const)
        if (rects.some(({ width, height }) => width > 0 && height > 0))
          context.draw({
            source: convSource({ kernelWidth: g.kernelWidth, dense, inside, partial }),
            uniforms,
            target: texture,
            rects,
          });
    });
  } catch (error) {
    release();
    throw error;
  } finally {
    weights.release();
  }
  return { get: (key) => made.get(mapName(key)) ?? missing(), release };
}

function missing(): never {
  throw new Error("a map that was not asked for");
}

/**
 * The blocks of 2×2 outputs whose windows lie wholly inside the input, and the frame around them, in
 * texels of the map.
 */
function split(g: ConvGeometry): { readonly inner: Rect; readonly border: readonly Rect[] } {
  const [x0, x1, width] = insideBlocks(g.outWidth, g.inWidth, {
    before: g.pad.left,
    stride: g.strideWidth,
    reach: (g.kernelWidth - 1) * g.dilationWidth,
  });
  const [y0, y1, height] = insideBlocks(g.outHeight, g.inHeight, {
    before: g.pad.top,
    stride: g.strideHeight,
    reach: (g.kernelHeight - 1) * g.dilationHeight,
  });
  if (x1 <= x0 || y1 <= y0)
    return { inner: { x: 0, y: 0, width: 0, height: 0 }, border: [{ x: 0, y: 0, width, height }] };
  return {
    inner: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 },
    border: [
      { x: 0, y: 0, width, height: y0 },
      { x: 0, y: y1, width, height: height - y1 },
      { x: 0, y: y0, width: x0, height: y1 - y0 },
      { x: x1, y: y0, width: width - x1, height: y1 - y0 },
    ],
  };
}

interface Window {
  readonly before: number;
  readonly stride: number;
  readonly reach: number;
}

/** First inside block, first block after the inside, and number of blocks along one axis. */
function insideBlocks(
  out: number,
  size: number,
  { before, stride, reach }: Window,
): readonly [number, number, number] {
  const first = Math.ceil(before / (2 * stride));
  const lastOutput = Math.min(out - 1, Math.floor((size - 1 - reach + before) / stride));
  return [first, Math.floor((lastOutput + 1) / 2), Math.ceil(out / 2)];
}
