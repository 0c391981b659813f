import type { ConvGeometry } from "../../../core/conv/geometry";
import type { PoolGeometry } from "../../../core/pool/geometry";
import type { Uniform } from "../../device/webgl/draw";
import type { Texture, WebglContext } from "../../device/webgl/context";
import { packBlocks, unpackBlocks, type Spread } from "./blocks";
import { ANY_CONV, denseConv, POOL, WIDEST_DENSE } from "./programs";

/** One plane on the device, 2×2 numbers a texel; whoever made it releases the texture. */
export interface WebglPlane {
  readonly texture: Texture;
  /** In numbers. */
  readonly height: number;
  readonly width: number;
}

export function uploadPlane(
  context: WebglContext,
  data: Float32Array,
  height: number,
  width: number,
): WebglPlane {
  const [across, down] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const texture = context.upload(across, down, packBlocks(data, height, width));
  return { texture, height, width };
}

function drawPlane(
  context: WebglContext,
  source: string,
  height: number,
  width: number,
  uniforms: Readonly<Record<string, Uniform>>,
): WebglPlane {
  const texture = context.target(Math.ceil(width / 2), Math.ceil(height / 2));
  try {
    context.draw({ source, uniforms, target: texture });
  } catch (error) {
    texture.release();
    throw error;
  }
  return { texture, height, width };
}

/** Enqueues the convolution of a plane with a kernel; zero padding. */
export function convolvePlane(
  context: WebglContext,
  input: WebglPlane,
  kernel: WebglPlane,
  { geometry: g, rectify }: { readonly geometry: ConvGeometry; readonly rectify: boolean },
): WebglPlane {
  const { top, bottom, left, right } = g.pad;
  const plain =
    g.strideHeight * g.strideWidth * g.dilationHeight * g.dilationWidth === 1 &&
    top + bottom + left + right === 0;
  const dense = plain && g.kernelHeight === g.kernelWidth && g.kernelWidth <= WIDEST_DENSE;
  return drawPlane(context, dense ? denseConv(g.kernelWidth) : ANY_CONV, g.outHeight, g.outWidth, {
    x: input.texture.texture,
    weights: kernel.texture.texture,
    kernel: [g.kernelWidth, g.kernelHeight],
    inSize: [g.inWidth, g.inHeight],
    stride: [g.strideWidth, g.strideHeight],
    dilation: [g.dilationWidth, g.dilationHeight],
    pad: [left, top],
    rectify,
  });
}

export interface PlanePooling {
  readonly geometry: PoolGeometry;
  /** The largest number; else the mean. */
  readonly largest: boolean;
  readonly countPadding: boolean;
}

/** Enqueues the pooling of a plane. */
export function poolPlane(
  context: WebglContext,
  input: WebglPlane,
  { geometry: { rows, columns }, largest, countPadding }: PlanePooling,
): WebglPlane {
  return drawPlane(context, POOL, rows.outSize, columns.outSize, {
    x: input.texture.texture,
    inSize: [columns.inSize, rows.inSize],
    size: [columns.size, rows.size],
    stride: [columns.stride, rows.stride],
    dilation: [columns.dilation, rows.dilation],
    pad: [columns.before, rows.before],
    padAfter: [columns.after, rows.after],
    largest,
    countPadding,
  });
}

/** Fetches planes, all behind one fence, and puts the numbers of each where `target` says. */
export async function readPlanes(
  context: WebglContext,
  planes: readonly WebglPlane[],
  target: (at: number) => Float32Array | Spread,
): Promise<void> {
  const blocks = await context.read(
    planes.map(({ texture: { texture, width, height } }) => ({
      texture,
      width,
      height,
      kind: "float",
    })),
  );
  planes.forEach(({ height, width }, at) => {
    const given = target(at);
    const spread = given instanceof Float32Array ? { into: given, first: 0, step: 1 } : given;
    unpackBlocks(blocks[at] as Float32Array, height, width, spread);
  });
}
