import { kernelReach, outputSize, type OutputSizeOptions } from "./geometry";

/** One reading of a cell: which window, counted from 0, and which of its weights. */
export interface Reading {
  readonly window: number;
  readonly tap: number;
}

/**
 * Cells at the end of the padded axis that no window reaches because the steps do not come out even,
 * or `null` when the window does not fit. Units: cells.
 * Source: chapter 2, formula `output-size`: the remainder that its floor cuts off.
 */
export function unusedEnd(
  inputSize: number,
  kernelSize: number,
  options: OutputSizeOptions = {},
): number | null {
  const { stride = 1, padBefore = 0, padAfter = 0, dilation = 1 } = options;
  const outputs = outputSize(inputSize, kernelSize, options);
  if (outputs === null) return null;
  const reached = (outputs - 1) * stride + kernelReach(kernelSize, dilation);
  return inputSize + padBefore + padAfter - reached;
}

/**
 * Every reading of one cell of the padded axis, first window first: window i reads it with tap t
 * where `i·stride + t·dilation` is the cell. No two readings are by the same tap.
 */
export function readingsOf(
  position: number,
  kernelSize: number,
  outputs: number,
  { stride = 1, dilation = 1 }: Pick<OutputSizeOptions, "stride" | "dilation"> = {},
): readonly Reading[] {
  const readings: Reading[] = [];
  for (let tap = kernelSize - 1; tap >= 0; tap--) {
    const start = position - tap * dilation;
    const window = start / stride;
    if (start >= 0 && Number.isInteger(window) && window < outputs) readings.push({ window, tap });
  }
  return readings;
}
