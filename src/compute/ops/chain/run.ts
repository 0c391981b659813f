import type { ActivationSpec } from "../../../core/activation/activation";
import { drawInBites } from "../../device/webgl/bites";
import type { Texture, WebglContext } from "../../device/webgl/context";
import type { Uniform } from "../../device/webgl/draw";
import type { Breathe } from "../../jobs/job";
import type { LayerMeasures } from "../statistics/meter";
import { drawSource, SLICE, SUM_SLICES, type DrawnLaw } from "./programs";

/** Most rows of the textures that a stretch of layers is measured in. */
export const TALLEST = 4096;
/** Columns whose products take as long as drawing their weights. */
const COLUMNS_A_DRAW = 16;

export interface WebglChain {
  readonly law: DrawnLaw;
  /** A multiple of 4. */
  readonly units: number;
  /** Columns of the input matrix, or places of a map. */
  readonly columns: number;
  /** Of a convolution; else 1. */
  readonly kernelSize: number;
  /** Of a map; else anything. */
  readonly side: number;
  readonly circular: boolean;
  readonly depth: number;
  readonly activation: ActivationSpec;
  /** Scale of the residual branch; null: no shortcut connection. */
  readonly branch: number | null;
  readonly batchNorm: boolean;
  readonly seeds: readonly number[];
  /** Inputs `[seeds][columns][units]`. */
  readonly input: Float32Array;
  /** Gradient by the last layer's output, as the input; null: no way back. */
  readonly gradient: Float32Array | null;
}

/** Some layers in a row, measured. */
export interface Stretch {
  /** Counted from 1; on the way back the last one, and the others go down from it. */
  readonly firstLayer: number;
  /** `[layers][seeds]` */
  readonly measures: readonly LayerMeasures[];
  /** Fetches the numbers `[layers][seeds][columns][units]`. */
  numbers(): Promise<Float32Array>;
}

/** Takes the next stretch and answers whether to go on. */
export type Take = (stretch: Stretch) => Promise<boolean>;

/** What the way back needs of a layer; its textures hold others of the stretch too. */
export interface Passed {
  readonly slopes: Texture;
  /** First row of the layer in `slopes` and `normals`. */
  readonly top: number;
  readonly normalised: { readonly normals: Texture; readonly moments: Texture } | null;
}

/** Textures and programs of one run. */
export interface Run {
  readonly context: WebglContext;
  readonly chain: WebglChain;
  readonly breathe: Breathe;
  readonly shared: Readonly<Record<string, Uniform>>;
  /** What a multiplication gives. */
  readonly z: Texture;
  /** Products of slices of a vector, or the weights of one seed. */
  readonly work: Texture;
  /** Rows of a layer of all seeds. */
  readonly rows: number;
  /** A texture that is freed in the end. */
  target(width: number, height: number): Texture;
}

/** Seeds that go through the layers side by side. */
export function seedsTogether(columns: number): number {
  return Math.max(1, Math.min(32, Math.floor(TALLEST / columns)));
}

/** Weights that multiplying one layer draws, or as much work. */
export function workOf({ units, kernelSize, columns, seeds }: WebglChain): number {
  return (units * kernelSize) ** 2 * seeds.length * (1 + (columns - 1) / COLUMNS_A_DRAW);
}

/** Slices of a vector's products. */
export const sliceCount = ({ units }: WebglChain): number => Math.ceil(units / SLICE);

/**
 * A layer's weights, those of `stream`, times `x`, into `z`: by `vector` where there is one column,
 * else by `matrix` over weights that are drawn first.
 */
export async function multiply(
  { context, chain, shared, work, z, breathe }: Run,
  x: Texture,
  stream: number,
  by: { readonly vector: string; readonly matrix: string },
): Promise<void> {
  const { law, units, columns, kernelSize, side, circular, seeds } = chain;
  const uniforms = { ...shared, x: x.texture, stream };
  if (columns === 1) {
    const slices = sliceCount(chain);
    context.draw({ source: by.vector, uniforms: { ...uniforms, slices }, target: work });
    const parts = { parts: work.texture, slices };
    return context.draw({ source: SUM_SLICES, uniforms: parts, target: z });
  }
  const window = { drawn: work.texture, kernel: kernelSize, side, circular };
  for (const seed of seeds.keys()) {
    context.draw({ source: drawSource(law), uniforms: { ...uniforms, seed }, target: work });
    const top = seed * columns;
    const draw = { source: by.matrix, uniforms: { ...uniforms, ...window, top }, target: z };
    const rect = { x: 0, y: top, width: units / 4, height: columns };
    await drawInBites(context, draw, units * work.height * columns, breathe, rect);
  }
}

/** Fetches a texture's numbers. */
export const numbersIn =
  (context: WebglContext, { texture, width, height }: Texture) =>
  async (): Promise<Float32Array> =>
    (await context.read([{ texture, width, height, kind: "float" }]))[0] as Float32Array;
