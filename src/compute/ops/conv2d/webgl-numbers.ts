import type { ConvGeometry } from "../../../core/conv/geometry";
import type { WebglContext } from "../../device/webgl/context";
import type { Conv2dSpec, Tensor } from "../../types";
import { convMaps, type InputCopy, type WebglMap } from "./webgl";
import { groupInputs, type ConvMaps, type MapKey } from "./maps";

/** Pictures are fetched together up to so many numbers, and products that made them. */
const CELLS = 2 ** 22;
const PRODUCTS = 2e8;

/** Feature maps `[batch, outHeight, outWidth, outChannels]` as numbers, bias and activation fused. */
export function outputNumbers(
  context: WebglContext,
  input: InputCopy,
  spec: Conv2dSpec,
  g: ConvGeometry,
): Promise<Tensor> {
  const keys = Array.from({ length: g.outChannels }, (_, outChannel) => ({ outChannel }));
  return numbers(context, input, spec, g, keys);
}

/** Partial maps `[batch, outHeight, outWidth, inChannels / groups]` of one output channel. */
export function partialNumbers(
  context: WebglContext,
  input: InputCopy,
  spec: Conv2dSpec,
  g: ConvGeometry,
  outChannel: number,
): Promise<Tensor> {
  const keys = Array.from({ length: groupInputs(g) }, (_, inChannel) => ({
    outChannel,
    inChannel,
  }));
  return numbers(context, input, spec, g, keys);
}

async function numbers(
  context: WebglContext,
  input: InputCopy,
  spec: Conv2dSpec,
  g: ConvGeometry,
  keys: readonly MapKey[],
): Promise<Tensor> {
  const shape = [g.batch, g.outHeight, g.outWidth, keys.length];
  const image = g.outHeight * g.outWidth * keys.length;
  const data = new Float32Array(g.batch * image);
  const products = image * g.kernelHeight * g.kernelWidth * groupInputs(g);
  const together = Math.max(1, Math.floor(Math.min(CELLS / image, PRODUCTS / products)));
  for (let first = 0; first < g.batch; first += together) {
    const made: ConvMaps<WebglMap>[] = [];
    try {
      for (let at = first; at < Math.min(first + together, g.batch); at++)
        made.push(convMaps(context, input, spec, g, keys, { image: at, fused: true }));
      const all = made.flatMap((maps) => keys.map((key) => maps.get(key)));
      const blocks = await context.read(
        all.map(({ texture: { texture, width, height } }) => ({
          texture,
          width,
          height,
          kind: "float",
        })),
      );
      blocks.forEach((texels, at) => {
        const batch = first + Math.floor(at / keys.length);
        const start = batch * image + (at % keys.length);
        unpack(texels as Float32Array, all[at]!, data, start, keys.length);
      });
    } finally {
      for (const maps of made) maps.release();
    }
  }
  return { shape, data };
}

/** Spreads blocks of 2×2 numbers over rows of `out`, from `first` on, `step` apart. */
function unpack(
  texels: Float32Array,
  { texture, width, height }: WebglMap,
  out: Float32Array,
  first: number,
  step: number,
): void {
  for (let row = 0; row < height; row++) {
    let from = (row >> 1) * texture.width * 4 + (row & 1) * 2;
    let to = first + row * width * step;
    for (let column = 0; column + 1 < width; column += 2) {
      out[to] = texels[from]!;
      out[to + step] = texels[from + 1]!;
      from += 4;
      to += 2 * step;
    }
    if (width % 2 === 1) out[to] = texels[from]!;
  }
}
