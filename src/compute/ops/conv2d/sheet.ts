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

function sheetOf(cells: number, width: number, height: number, widest: number): Sheet {
  const across = Math.max(1, Math.min(cells, Math.floor(widest / width)));
  const down = Math.ceil(cells / across);
  return {
    data: new Float32Array(across * width * down * height * 4),
    width: across * width,
    height: down * height,
    across,
  };
}

/**
 * A batch of pictures `[batch, height, width, channels]` as a sheet: one cell a chunk of four
 * channels; cells are ordered by picture, then group, then chunk. Lanes past a group's channels are 0.
 */
export function inputSheet(x: Float32Array, g: ConvGeometry, widest: number): Sheet {
  const { batch, groups, inChannels, inHeight, inWidth } = g;
  const channels = groupInputs(g);
  const chunks = chunkCount(g);
  const sheet = sheetOf(batch * groups * chunks, inWidth, inHeight, widest);
  const { data, width, across } = sheet;
  for (let cell = 0; cell < batch * groups * chunks; cell++) {
    const chunk = cell % chunks;
    const group = Math.floor(cell / chunks) % groups;
    const image = Math.floor(cell / chunks / groups);
    const lanes = Math.min(4, channels - chunk * 4);
    const first = image * inHeight * inWidth * inChannels + group * channels + chunk * 4;
    const left = (cell % across) * inWidth;
    const top = Math.floor(cell / across) * inHeight;
    for (let row = 0; row < inHeight; row++) {
      let to = ((top + row) * width + left) * 4;
      let from = first + row * inWidth * inChannels;
      for (let column = 0; column < inWidth; column++) {
        for (let lane = 0; lane < lanes; lane++) data[to + lane] = x[from + lane]!;
        to += 4;
        from += inChannels;
      }
    }
  }
  return sheet;
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
