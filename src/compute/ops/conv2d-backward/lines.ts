import type { ConvGeometry } from "../../../core/conv/geometry";
import { chunkCount } from "../conv2d/sheet";

/**
 * Lines of weight sums: one output channel under one tap of four input channels, ordered by group,
 * chunk, tap, output channel; then one line a bias.
 */
export function linesOf(g: ConvGeometry): { readonly weights: number; readonly all: number } {
  const weights = chunkCount(g) * g.kernelHeight * g.kernelWidth * g.outChannels;
  return { weights, all: weights + g.outChannels };
}

/** Every line of weights with the place of its first lane among HWIO weights, and how many it has. */
export function eachLine(
  g: ConvGeometry,
  visit: (line: number, at: number, lanes: number) => void,
): void {
  const groupIn = g.inChannels / g.groups;
  const groupOut = g.outChannels / g.groups;
  const taps = g.kernelHeight * g.kernelWidth;
  let line = 0;
  for (let group = 0; group < g.groups; group++)
    for (let first = 0; first < groupIn; first += 4)
      for (let tap = 0; tap < taps; tap++)
        for (let out = 0; out < groupOut; out++, line++) {
          const at = (tap * groupIn + first) * g.outChannels + group * groupOut + out;
          visit(line, at, Math.min(4, groupIn - first));
        }
}

/**
 * Weights with four input channels a texel, in the order of lines but with the output channels of a
 * group filled up to a multiple of four, in rows of `across` texels.
 */
export function filterTexels(
  weights: Float32Array,
  g: ConvGeometry,
  result: ConvGeometry,
  across: number,
): Float32Array {
  const groupOut = g.outChannels / g.groups;
  const filled = chunkCount(result) * 4;
  const texels = (linesOf(g).weights / groupOut) * filled;
  const out = new Float32Array(Math.ceil(texels / across) * across * 4);
  eachLine(g, (line, at, lanes) => {
    const texel = Math.floor(line / groupOut) * filled + (line % groupOut);
    for (let lane = 0; lane < lanes; lane++)
      out[texel * 4 + lane] = weights[at + lane * g.outChannels]!;
  });
  return out;
}
