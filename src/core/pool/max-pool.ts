import { requireFilled, requireShape, stored, zeros, type Block, type Numbers } from "../numbers";
import { elementCount } from "../tensor";
import { poolGeometry, type PoolAxis, type PoolSpec } from "./geometry";

export interface MaxPool<A extends Numbers = Numbers> {
  /** `[batch, outHeight, outWidth, channels]` */
  readonly output: Block<A>;
  /** Flat index into the input of the cell that won each window; −1 where it sees padding alone. */
  readonly winners: Int32Array;
}

/**
 * Largest value of each window, channel by channel. Padding counts as −∞, so it never wins; among
 * equals the first in reading order wins; NaN wins over everything, so a broken number stays visible.
 * A dilated window that sees nothing but padding gives −∞, as in PyTorch.
 *
 * Shapes: input `[batch, height, width, channels]`.
 *
 * @throws {ShapeMismatchError | RequestError} as `poolGeometry`.
 * Source: chapter 1, "Pooling".
 */
export function maxPool<A extends Numbers>(input: Block<A>, spec: PoolSpec): MaxPool<A> {
  const { batch, channels, rows, columns } = poolGeometry(input.shape, spec);
  requireFilled("input", input);
  const shape = [batch, rows.outSize, columns.outSize, channels];
  const data = zeros(input.data, elementCount(shape));
  const winners = new Int32Array(data.length);
  let at = 0;
  for (let image = 0; image < batch; image++)
    for (let row = 0; row < rows.outSize; row++)
      for (let column = 0; column < columns.outSize; column++)
        for (let channel = 0; channel < channels; channel++, at++) {
          const winner = winnerOf(
            input.data,
            rows,
            columns,
            row,
            column,
            (y, x) => ((image * rows.inSize + y) * columns.inSize + x) * channels + channel,
          );
          winners[at] = winner;
          data[at] = winner < 0 ? -Infinity : input.data[winner]!;
        }
  return { output: { shape, data }, winners };
}

function winnerOf(
  data: Numbers,
  rows: PoolAxis,
  columns: PoolAxis,
  row: number,
  column: number,
  indexOf: (y: number, x: number) => number,
): number {
  let best = -1;
  for (let i = 0; i < rows.size; i++) {
    const y = row * rows.stride + i * rows.dilation - rows.before;
    if (y < 0 || y >= rows.inSize) continue;
    for (let j = 0; j < columns.size; j++) {
      const x = column * columns.stride + j * columns.dilation - columns.before;
      if (x < 0 || x >= columns.inSize) continue;
      const index = indexOf(y, x);
      const value = data[index]!;
      if (Number.isNaN(value)) return index;
      if (best < 0 || value > data[best]!) best = index;
    }
  }
  return best;
}

/**
 * Gradient by the input of `maxPool`: each window's gradient goes to its winner alone, and a cell
 * that won several windows collects from all of them.
 *
 * @throws {ShapeMismatchError} a gradient that is not one number a winner.
 */
export function maxPoolBackward<A extends Numbers>(
  inputShape: readonly number[],
  { output, winners }: MaxPool<A>,
  outputGradient: Block<A>,
): Block<A> {
  requireShape("gradient", outputGradient, output.shape);
  const sums = new Float64Array(elementCount(inputShape));
  winners.forEach((winner, at) => {
    if (winner >= 0) sums[winner]! += outputGradient.data[at]!;
  });
  return { shape: inputShape, data: stored(outputGradient.data, sums) };
}
