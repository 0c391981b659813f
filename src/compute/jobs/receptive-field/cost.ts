import type { ConeLayer } from "./plan";

/** Channels as the loops keep them: whole vectors of four. */
const lanes = (channels: number): number => Math.ceil(channels / 4) * 4;

/**
 * Multiply-accumulates of one seed, there (if the picture is sent forward) and back, and bytes kept
 * between. Strides are walked back cell by cell.
 */
export function workOf(
  cone: readonly ConeLayer[],
  gated: boolean,
): { readonly macs: number; readonly kept: number } {
  let macs = 0;
  let kept = 0;
  for (const { layer, inRows, inColumns, outRows, outColumns, ...one } of cone) {
    const inCells = inRows * inColumns;
    const outCells = outRows * outColumns;
    if (layer.kind === "conv" || layer.kind === "depthwise") {
      const products = layer.kernelSize ** 2 * lanes(one.inChannels) * lanes(one.outChannels);
      macs += products * (inCells + (gated ? outCells : 0));
      kept += gated ? outCells * lanes(one.outChannels) : 0;
    } else if (layer.kind === "maxPool") kept += 4 * outCells * lanes(one.outChannels);
  }
  return { macs, kept };
}
