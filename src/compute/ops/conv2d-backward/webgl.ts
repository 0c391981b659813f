import type { Conv2dGradients } from "../../../core/conv/conv2d-backward";
import type { ConvGeometry } from "../../../core/conv/geometry";
import type { Conv2dBackwardRequest } from "../../conv2d-backward";
import type { Texture, WebglContext } from "../../device/webgl/context";
import type { Uniform } from "../../device/webgl/draw";
import type { Breathe } from "../../jobs/job";
import { PADDING_MODES } from "../conv2d/program";
import { chunkCount, fromSheet, inputSheet, sheetSize } from "../conv2d/sheet";
import { drawInBites } from "../../device/webgl/bites";
import { ADD_SLICES, FAN, FOLD, INPUT_GRADIENT, WEIGHT_GRADIENT } from "./programs";
import { eachLine, filterTexels, linesOf } from "./lines";

/** Texels a row of weights and of lines; a multiple of 4. */
const ACROSS = 256;
/** Rows of windows that one fragment adds up. */
const SLICE = 16;
/** Most rows of the texture that slices are added up in. */
const TALLEST = 4096;

/** What both directions are made from. */
interface Way {
  readonly context: WebglContext;
  readonly request: Conv2dBackwardRequest;
  readonly g: ConvGeometry;
  /** The convolution's result as pictures. */
  readonly result: ConvGeometry;
  readonly uniforms: Readonly<Record<string, Uniform>>;
  readonly gradient: Texture;
  /** Frees it in the end. */
  keep(texture: Texture): Texture;
  readonly breathe: Breathe;
}

/**
 * The gradients on the graphics processor: by the input as a gathering of all windows over a cell, by
 * the weights as sums over slices of the windows, added up in a tree. Sums are float32; memory is
 * freed whatever happens.
 *
 * @throws {BudgetError} a texture larger than this device has.
 */
export async function webglConv2dBackward(
  context: WebglContext,
  request: Conv2dBackwardRequest,
  g: ConvGeometry,
  breathe: Breathe,
): Promise<Conv2dGradients<Float32Array>> {
  const held: Texture[] = [];
  const keep = (texture: Texture): Texture => {
    held.push(texture);
    return texture;
  };
  try {
    const { outHeight, outWidth, outChannels } = g;
    const result = { ...g, inHeight: outHeight, inWidth: outWidth, inChannels: outChannels };
    const sheet = inputSheet(request.outputGradient.data, result, context.maxTextureSize);
    const gradient = keep(context.upload(sheet.width, sheet.height, sheet.data));
    const uniforms = {
      gradient: gradient.texture,
      gradientAcross: sheet.across,
      inSize: [g.inWidth, g.inHeight],
      outSize: [outWidth, outHeight],
      kernel: [g.kernelWidth, g.kernelHeight],
      stride: [g.strideWidth, g.strideHeight],
      dilation: [g.dilationWidth, g.dilationHeight],
      pad: [g.pad.left, g.pad.top],
      paddingMode: PADDING_MODES[g.paddingMode],
      groups: g.groups,
      inChunks: chunkCount(g),
      outChunks: chunkCount(result),
    };
    const way = { context, request, g, result, uniforms, gradient, keep, breathe };
    const input = { shape: request.input.shape, data: await inputGradient(way) };
    return { input, ...(await weightGradients(way)) };
  } finally {
    for (const texture of held) texture.release();
  }
}

function productsOf(g: ConvGeometry): number {
  const windows = g.batch * g.outHeight * g.outWidth;
  return windows * g.kernelHeight * g.kernelWidth * (g.inChannels / g.groups) * g.outChannels;
}

async function inputGradient(way: Way): Promise<Float32Array> {
  const { context, request, g, result, keep } = way;
  const { pad } = g;
  const folds = g.paddingMode !== "zero" && pad.top + pad.bottom + pad.left + pad.right > 0;
  const padded = folds
    ? {
        ...g,
        inHeight: g.inHeight + pad.top + pad.bottom,
        inWidth: g.inWidth + pad.left + pad.right,
      }
    : g;
  const cells = g.batch * g.groups * chunkCount(g);
  const sheet = sheetSize(cells, padded.inWidth, padded.inHeight, context.maxTextureSize);
  const filters = filterTexels(request.weights.data, g, result, ACROSS);
  const weights = keep(context.upload(ACROSS, filters.length / ACROSS / 4, filters));
  const target = keep(context.target(sheet.width, sheet.height));
  const uniforms = {
    ...way.uniforms,
    weights: weights.texture,
    weightWidth: ACROSS,
    cells,
    across: sheet.across,
    inSize: [padded.inWidth, padded.inHeight],
    pad: folds ? [0, 0] : [pad.left, pad.top],
  };
  const draw = { source: INPUT_GRADIENT, uniforms, target };
  await drawInBites(context, draw, productsOf(g) * g.strideHeight * g.strideWidth, way.breathe);
  if (!folds) return fromSheet(await numbersOf(context, target), g, sheet);
  const size = sheetSize(cells, g.inWidth, g.inHeight, context.maxTextureSize);
  const folded = keep(context.target(size.width, size.height));
  context.draw({
    source: FOLD,
    uniforms: {
      ...way.uniforms,
      padded: target.texture,
      paddedSize: [padded.inWidth, padded.inHeight],
      paddedAcross: sheet.across,
      padAfter: [pad.right, pad.bottom],
      across: size.across,
    },
    target: folded,
  });
  return fromSheet(await numbersOf(context, folded), g, size);
}

async function weightGradients(way: Way) {
  const { context, request, g, keep } = way;
  const lines = linesOf(g);
  const lineRows = Math.ceil(lines.all / ACROSS);
  const windowRows = g.batch * g.outHeight;
  const room = Math.max(1, Math.floor(Math.min(TALLEST, context.maxTextureSize) / lineRows));
  const sliceRows = Math.ceil(windowRows / Math.min(Math.ceil(windowRows / SLICE), room));
  let slices = Math.ceil(windowRows / sliceRows);
  const sheet = inputSheet(request.input.data, g, context.maxTextureSize);
  const x = keep(context.upload(sheet.width, sheet.height, sheet.data));
  let parts = keep(context.target(ACROSS, lineRows * slices));
  const shared = { ...way.uniforms, across: ACROSS, lineRows };
  const uniforms = {
    ...shared,
    x: x.texture,
    inAcross: sheet.across,
    lines: lines.all,
    weightLines: lines.weights,
    groupOut: g.outChannels / g.groups,
    windowRows,
    sliceRows,
  };
  const draw = { source: WEIGHT_GRADIENT, uniforms, target: parts };
  await drawInBites(context, draw, productsOf(g), way.breathe);
  while (slices > 1) {
    const fewer = Math.ceil(slices / FAN);
    const target = keep(context.target(ACROSS, lineRows * fewer));
    const level = { ...shared, parts: parts.texture, slices };
    context.draw({ source: ADD_SLICES, uniforms: level, target });
    [parts, slices] = [target, fewer];
  }
  const texels = await numbersOf(context, parts);
  const weights = new Float32Array(request.weights.data.length);
  eachLine(g, (line, at, lanes) => {
    for (let lane = 0; lane < lanes; lane++)
      weights[at + lane * g.outChannels] = texels[line * 4 + lane]!;
  });
  const bias = Float32Array.from(
    { length: g.outChannels },
    (_, out) => texels[(lines.weights + out) * 4]!,
  );
  return {
    weights: { shape: request.weights.shape, data: weights },
    bias: { shape: [g.outChannels], data: bias },
  };
}

async function numbersOf(
  context: WebglContext,
  { texture, width, height }: Texture,
): Promise<Float32Array> {
  const [numbers] = await context.read([{ texture, width, height, kind: "float" }]);
  return numbers as Float32Array;
}
