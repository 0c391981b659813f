import type { ConvGeometry } from "../../../core/conv/geometry";
import { groupInputs, type MapKey } from "./maps";

/**
 * Numbers laid out for a texture of four channels: equal cells side by side, row by row, each texel
 * holding up to four input channels of one place, so that one fetch reads a place's tap.
 */
export interface Sheet {
  readonly data: Float32Array;
  /** In texels. */
  readonly width: number;
  readonly height: number;
  /** Cells in a row of cells. */
  readonly across: number;
}

/** Texels that hold the input channels of one group. */
export function chunkCount(g: ConvGeometry): number {
  return Math.ceil(groupInputs(g) / 4);
}

/** Size of a sheet of equal cells, in texels. */
export function sheetSize(
  cells: number,
  width: number,
  height: number,
  widest: number,
): Omit<Sheet, "data"> {
  const across = Math.max(1, Math.min(cells, Math.floor(widest / width)));
  return { width: across * width, height: Math.ceil(cells / across) * height, across };
}

function sheetOf(cells: number, width: number, height: number, widest: number): Sheet {
  const size = sheetSize(cells, width, height, widest);
  return { ...size, data: new Float32Array(size.width * size.height * 4) };
}

/**
 * A batch of pictures `[batch, height, width, channels]` as a sheet: one cell a chunk of four
 * channels; cells are ordered by picture, then group, then chunk. Lanes past a group's channels are 0.
 */
export function inputSheet(x: Float32Array, g: ConvGeometry, widest: number): Sheet {
  const sheet = sheetOf(g.batch * g.groups * chunkCount(g), g.inWidth, g.inHeight, widest);
  eachTexel(g, sheet, (texel, from, lanes) => {
    for (let lane = 0; lane < lanes; lane++) sheet.data[texel * 4 + lane] = x[from + lane]!;
  });
  return sheet;
}

/** The way back of `inputSheet`: its texels as a batch of pictures. */
export function fromSheet(
  texels: Float32Array,
  g: ConvGeometry,
  size: Omit<Sheet, "data">,
): Float32Array {
  const out = new Float32Array(g.batch * g.inHeight * g.inWidth * g.inChannels);
  eachTexel(g, size, (texel, to, lanes) => {
    for (let lane = 0; lane < lanes; lane++) out[to + lane] = texels[texel * 4 + lane]!;
  });
  return out;
}

/** Every texel of a sheet of pictures, and where its channels lie in the batch. */
function eachTexel(
  g: ConvGeometry,
  { width, across }: Omit<Sheet, "data">,
  visit: (texel: number, at: number, lanes: number) => void,
): void {
  const { batch, groups, inChannels, inHeight, inWidth } = g;
  const channels = groupInputs(g);
  const chunks = chunkCount(g);
  for (let cell = 0; cell < batch * groups * chunks; cell++) {
    const chunk = cell % chunks;
    const group = Math.floor(cell / chunks) % groups;
    const image = Math.floor(cell / chunks / groups);
    const lanes = Math.min(4, channels - chunk * 4);
    const first = image * inHeight * inWidth * inChannels + group * channels + chunk * 4;
    const left = (cell % across) * inWidth;
    const top = Math.floor(cell / across) * inHeight;
    for (let row = 0; row < inHeight; row++) {
      let texel = (top + row) * width + left;
      let at = first + row * inWidth * inChannels;
      for (let column = 0; column < inWidth; column++, texel++, at += inChannels)
        visit(texel, at, lanes);
    }
  }
}

/**
 * Filters as a sheet: one cell a map, `kernelWidth` texels wide and `kernelHeight` a chunk high. A
 * partial map's cell has one chunk, with only its own channel filled.
 */
export function weightSheet(
  weights: Float32Array,
  g: ConvGeometry,
  keys: readonly MapKey[],
  widest: number,
): Sheet {
  const { kernelHeight, kernelWidth, outChannels } = g;
  const channels = groupInputs(g);
  const cellHeight = chunkCount(g) * kernelHeight;
  const sheet = sheetOf(keys.length, kernelWidth, cellHeight, widest);
  keys.forEach(({ outChannel, inChannel }, cell) => {
    const left = (cell % sheet.across) * kernelWidth;
    const top = Math.floor(cell / sheet.across) * cellHeight;
    for (let channel = 0; channel < channels; channel++) {
      if (inChannel !== undefined && channel !== inChannel) continue;
      const chunk = inChannel === undefined ? channel >> 2 : 0;
      for (let i = 0; i < kernelHeight; i++)
        for (let j = 0; j < kernelWidth; j++) {
          const texel = (top + chunk * kernelHeight + i) * sheet.width + left + j;
          sheet.data[texel * 4 + (channel & 3)] =
            weights[((i * kernelWidth + j) * channels + channel) * outChannels + outChannel]!;
        }
    }
  });
  return sheet;
}
