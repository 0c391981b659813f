/** What the last batch gave. */
export interface LossRows {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  /** Examples whose largest logit is their label's. */
  readonly correct: number;
}

/**
 * Softmax and cross-entropy of a batch of logits, as core's `crossEntropy`: probabilities, and where
 * asked for the gradient of the mean loss by the logits. A row with NaN counts as wrong.
 *
 * Shapes: `logits`, `probabilities`, `gradient` `[batch, classes]`.
 */
export function lossRows(
  logits: Float32Array,
  labels: Uint8Array,
  batch: number,
  classes: number,
  probabilities: Float32Array,
  gradient: Float32Array | null,
): LossRows {
  let loss = 0;
  let correct = 0;
  for (let row = 0; row < batch; row++) {
    const from = row * classes;
    const target = from + labels[row]!;
    let best = from;
    let largest = -Infinity;
    let broken = false;
    for (let at = from; at < from + classes; at++) {
      const logit = logits[at]!;
      if (logit !== logit) broken = true;
      if (logit > largest) {
        largest = logit;
        best = at;
      }
    }
    if (broken) largest = Number.NaN;
    else if (best === target) correct++;
    let sum = 0;
    for (let at = from; at < from + classes; at++) sum += Math.exp(logits[at]! - largest);
    const total = largest + Math.log(sum);
    loss -= (logits[target]! - total) / batch;
    for (let at = from; at < from + classes; at++) {
      const probability = Math.exp(logits[at]! - total);
      probabilities[at] = probability;
      if (gradient) gradient[at] = (probability - (at === target ? 1 : 0)) / batch;
    }
  }
  return { loss, correct };
}
