import { RequestError, ShapeMismatchError } from "../errors";
import { requireFilled, requireShape, stored, zeros, type Block, type Numbers } from "../numbers";
import { elementCount } from "../tensor";
import { averageWindows, spreadWindows, type Span } from "./span";

function spansOf(inSize: number, outSize: number): readonly Span[] {
  return Array.from({ length: outSize }, (_, position) => {
    const from = Math.floor((position * inSize) / outSize);
    const to = Math.ceil(((position + 1) * inSize) / outSize);
    return { from, to, padded: to - from };
  });
}

function checked(shape: readonly number[], outputSize: readonly [number, number]) {
  if (shape.length !== 4)
    throw new ShapeMismatchError(
      `input must be [batch, height, width, channels], got rank ${shape.length}`,
    );
  for (const size of outputSize)
    if (!Number.isInteger(size) || size < 1)
      throw new RequestError(`output size must be a whole number of at least 1, got ${size}`);
  const [batch, height, width, channels] = shape as [number, number, number, number];
  return {
    outShape: [batch, ...outputSize, channels],
    rows: spansOf(height, outputSize[0]),
    columns: spansOf(width, outputSize[1]),
  };
}

/**
 * Mean over windows placed so that the result has the wanted size: window i of m covers cells
 * `⌊i·n/m⌋` to `⌈(i + 1)·n/m⌉`. With size 1×1 this is global average pooling.
 *
 * Shapes: input `[batch, height, width, channels]`, `outputSize` `[height, width]`.
 *
 * @throws {ShapeMismatchError | RequestError} a wrong rank or a size that is not whole.
 * Source: PyTorch, `adaptive_avg_pool2d`; Lin, Chen & Yan 2013, §3.2.
 */
export function adaptiveAveragePool<A extends Numbers>(
  input: Block<A>,
  outputSize: readonly [number, number] = [1, 1],
): Block<A> {
  const { outShape, rows, columns } = checked(input.shape, outputSize);
  requireFilled("input", input);
  const data = zeros(input.data, elementCount(outShape));
  averageWindows(input, data, rows, columns, false);
  return { shape: outShape, data };
}

/** Gradient by the input of `adaptiveAveragePool`. */
export function adaptiveAveragePoolBackward<A extends Numbers>(
  inputShape: readonly number[],
  outputSize: readonly [number, number],
  outputGradient: Block<A>,
): Block<A> {
  const { outShape, rows, columns } = checked(inputShape, outputSize);
  requireShape("gradient", outputGradient, outShape);
  const sums = spreadWindows(inputShape, outputGradient, rows, columns, false);
  return { shape: inputShape, data: stored(outputGradient.data, sums) };
}
