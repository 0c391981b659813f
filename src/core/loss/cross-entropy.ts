import { RequestError, ShapeMismatchError } from "../errors";
import { zeros, type Block, type Numbers } from "../numbers";
import { logitSizes, logSoftmaxRows } from "./softmax";

export interface CrossEntropyOptions {
  /** Share of the target spread equally over all classes, in [0, 1); default 0. */
  readonly labelSmoothing?: number;
}

export interface CrossEntropy<A extends Numbers = Numbers> {
  /** Mean over the batch, in nats; float64. */
  readonly loss: number;
  /** One loss an example, in nats; float64. */
  readonly perExample: Float64Array;
  /** `[batch, classes]` */
  readonly probabilities: Block<A>;
  /** Gradient of the mean loss by the logits: `(probability − target) / batch`. */
  readonly gradient: Block<A>;
}

/**
 * Softmax and cross-entropy in one: the mean of `−Σ target · ln probability`. A network that knows
 * nothing about n classes pays ln n.
 *
 * Shapes: logits `[batch, classes]`, one label an example, whole numbers from 0.
 *
 * @throws {ShapeMismatchError} logits of another rank, or not one label an example.
 * @throws {RequestError} a label that is no class, or smoothing out of range.
 * Source: chapter 5, formula `cross-entropy`; smoothing: Szegedy et al. 2016, §7.
 */
export function crossEntropy<A extends Numbers>(
  logits: Block<A>,
  labels: readonly number[],
  { labelSmoothing = 0 }: CrossEntropyOptions = {},
): CrossEntropy<A> {
  const { batch, classes } = logitSizes(logits);
  if (labels.length !== batch)
    throw new ShapeMismatchError(`${batch} examples need ${batch} labels, got ${labels.length}`);
  if (!(labelSmoothing >= 0 && labelSmoothing < 1))
    throw new RequestError(`label smoothing must be at least 0 and below 1, got ${labelSmoothing}`);
  for (const label of labels)
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw new RequestError(`label ${label} is none of the ${classes} classes`);

  const logs = logSoftmaxRows(logits);
  const probabilities = zeros(logits.data, logs.length);
  const gradient = zeros(logits.data, logs.length);
  const perExample = new Float64Array(batch);
  const spread = labelSmoothing / classes;
  for (let row = 0; row < batch; row++)
    for (let at = row * classes; at < (row + 1) * classes; at++) {
      const own = at - row * classes === labels[row] ? 1 - labelSmoothing : 0;
      const target = own + spread;
      const probability = Math.exp(logs[at]!);
      probabilities[at] = probability;
      gradient[at] = (probability - target) / batch;
      // A class with no target costs nothing, however impossible it looks.
      if (target > 0) perExample[row]! -= target * logs[at]!;
    }
  return {
    loss: perExample.reduce((sum, loss) => sum + loss / batch, 0),
    perExample,
    probabilities: { shape: logits.shape, data: probabilities },
    gradient: { shape: logits.shape, data: gradient },
  };
}
