/** Weights of a convolution layer, biases left out: C_out·C_in·k²/groups. */
export function layerWeights(
  inChannels: number,
  outChannels: number,
  kernelSize: number,
  groups = 1,
): number {
  return (outChannels * inChannels * kernelSize * kernelSize) / groups;
}

/** Multiply-accumulates of a convolution layer: its weights at every output position. */
export function layerMacs(weights: number, outputSide: number): number {
  return weights * outputSide * outputSide;
}

/** Weights and multiply-accumulates of an Inception module, with and without its 1×1 reductions. */
export function inceptionCosts(): Record<"reduced" | "naive", { weights: number; macs: number }> {
  const side = 28;
  const pooled = 192;
  const reduced =
    layerWeights(pooled, 64, 1) +
    layerWeights(pooled, 96, 1) +
    layerWeights(96, 128, 3) +
    layerWeights(pooled, 16, 1) +
    layerWeights(16, 32, 5) +
    layerWeights(pooled, 32, 1);
  const naive =
    layerWeights(pooled, 64, 1) + layerWeights(pooled, 128, 3) + layerWeights(pooled, 32, 5);
  return {
    reduced: { weights: reduced, macs: layerMacs(reduced, side) },
    naive: { weights: naive, macs: layerMacs(naive, side) },
  };
}
