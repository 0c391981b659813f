import type { SignalLayer } from "../../signal-chain";

type Conv = Extract<SignalLayer, { kind: "conv" }>;

/** Calls back with every (patch row, place) and the cell it reads; −1 in zero padding. */
function walk(
  { channels, side, kernelSize, padding }: Conv,
  visit: (to: number, from: number) => void,
): void {
  const half = kernelSize >> 1;
  const places = side * side;
  const source = (at: number): number =>
    padding === "circular" ? (at + side) % side : at < 0 || at >= side ? -1 : at;
  for (let tap = 0; tap < kernelSize ** 2; tap++)
    for (let row = 0; row < side; row++) {
      const y = source(row + Math.floor(tap / kernelSize) - half);
      for (let column = 0; column < side; column++) {
        const x = source(column + (tap % kernelSize) - half);
        const cell = y < 0 || x < 0 ? -1 : y * side + x;
        for (let channel = 0; channel < channels; channel++)
          visit(
            (tap * channels + channel) * places + row * side + column,
            cell < 0 ? -1 : channel * places + cell,
          );
      }
    }
}

/**
 * What a kernel sees at every place: `[channels, side²]` → `[kernelSize² · channels, side²]`, rows in
 * the order of HWIO weights.
 */
export function collectPatches(conv: Conv, x: Float64Array): Float64Array {
  const patches = new Float64Array(conv.kernelSize ** 2 * conv.channels * conv.side ** 2);
  walk(conv, (to, from) => {
    if (from >= 0) patches[to] = x[from]!;
  });
  return patches;
}

/** The transpose of `collectPatches`: every cell gets the sum of what stands for it. */
export function spreadPatches(conv: Conv, patches: Float64Array): Float64Array {
  const x = new Float64Array(conv.channels * conv.side ** 2);
  walk(conv, (to, from) => {
    if (from >= 0) x[from]! += patches[to]!;
  });
  return x;
}
