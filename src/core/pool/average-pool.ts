import { requireFilled, requireShape, stored, zeros, type Block, type Numbers } from "../numbers";
import { elementCount } from "../tensor";
import { poolGeometry, type PoolAxis, type PoolSpec } from "./geometry";
import { averageWindows, spreadWindows, type Span } from "./span";

export interface AveragePoolSpec extends Omit<PoolSpec, "dilation"> {
  /** Whether zeros on the padding count in the divisor; default true, as in PyTorch. */
  readonly countPadding?: boolean;
}

function spansOf(axis: PoolAxis): readonly Span[] {
  return Array.from({ length: axis.outSize }, (_, position) => {
    const start = position * axis.stride - axis.before;
    const end = Math.min(start + axis.size, axis.inSize + axis.after);
    const from = Math.max(start, 0);
    const to = Math.min(end, axis.inSize);
    return { from, to, padded: end - start };
  });
}

/**
 * Mean of each window, channel by channel. With `countPadding` the padding's zeros count as cells
 * (but never what `ceil` reaches beyond the padding); without, only cells of the input count.
 *
 * Shapes: input `[batch, height, width, channels]`, result `[batch, outHeight, outWidth, channels]`.
 *
 * @throws {ShapeMismatchError | RequestError} as `poolGeometry`.
 * Source: chapter 1, "Pooling"; PyTorch, `avg_pool2d`.
 */
export function averagePool<A extends Numbers>(input: Block<A>, spec: AveragePoolSpec): Block<A> {
  const { batch, channels, rows, columns } = poolGeometry(input.shape, spec);
  requireFilled("input", input);
  const shape = [batch, rows.outSize, columns.outSize, channels];
  const data = zeros(input.data, elementCount(shape));
  averageWindows(input, data, spansOf(rows), spansOf(columns), spec.countPadding ?? true);
  return { shape, data };
}

/**
 * Gradient by the input of `averagePool`: each window's gradient is shared equally among its cells.
 *
 * @throws {ShapeMismatchError | RequestError} as `averagePool`, and for a gradient of another shape.
 */
export function averagePoolBackward<A extends Numbers>(
  inputShape: readonly number[],
  spec: AveragePoolSpec,
  outputGradient: Block<A>,
): Block<A> {
  const { batch, channels, rows, columns } = poolGeometry(inputShape, spec);
  requireShape("gradient", outputGradient, [batch, rows.outSize, columns.outSize, channels]);
  const sums = spreadWindows(
    inputShape,
    outputGradient,
    spansOf(rows),
    spansOf(columns),
    spec.countPadding ?? true,
  );
  return { shape: inputShape, data: stored(outputGradient.data, sums) };
}
