import { ShapeMismatchError } from "../errors";
import { requireFilled, zeros, type Block, type Numbers } from "../numbers";

/** Batch and classes of logits `[batch, classes]`. */
export function logitSizes(logits: Block): { readonly batch: number; readonly classes: number } {
  if (logits.shape.length !== 2 || logits.shape[1]! < 1)
    throw new ShapeMismatchError(`logits must be [batch, classes], got ${logits.shape.join("×")}`);
  requireFilled("logits", logits);
  return { batch: logits.shape[0]!, classes: logits.shape[1]! };
}

/**
 * Logarithm of the softmax, row by row, in float64: `z − max − ln Σ exp(z − max)`. The maximum is
 * taken off first, so no logit is too large.
 *
 * Shapes: logits `[batch, classes]`; result flat in the same order. Units: nats.
 */
export function logSoftmaxRows(logits: Block): Float64Array {
  const { batch, classes } = logitSizes(logits);
  const result = new Float64Array(logits.data.length);
  for (let row = 0; row < batch; row++) {
    const from = row * classes;
    let most = -Infinity;
    for (let at = from; at < from + classes; at++) most = Math.max(most, logits.data[at]!);
    let sum = 0;
    for (let at = from; at < from + classes; at++) sum += Math.exp(logits.data[at]! - most);
    const shift = most + Math.log(sum);
    for (let at = from; at < from + classes; at++) result[at] = logits.data[at]! - shift;
  }
  return result;
}

/**
 * Probabilities from logits: `exp(z) / Σ exp(z)`, row by row.
 *
 * Shapes: logits and result `[batch, classes]`; every row adds up to 1.
 *
 * @throws {ShapeMismatchError} logits of another rank.
 * Source: chapter 5, formula `softmax`.
 */
export function softmax<A extends Numbers>(logits: Block<A>): Block<A> {
  const logs = logSoftmaxRows(logits);
  const data = zeros(logits.data, logs.length);
  for (let at = 0; at < logs.length; at++) data[at] = Math.exp(logs[at]!);
  return { shape: logits.shape, data };
}
