import { expect, test } from "vitest";
import { crossEntropy } from "../../src/core/loss/cross-entropy";
import { logSoftmaxRows, softmax } from "../../src/core/loss/softmax";
import {
  expectBlock,
  expectNumbers,
  goldenCases,
  narrow,
  plain,
  type GoldenTensor,
} from "./golden";

interface LossCase {
  readonly id: string;
  readonly name: string;
  readonly logits: GoldenTensor;
  readonly labels: readonly number[];
  readonly label_smoothing: number;
  readonly probs: GoldenTensor;
  readonly log_probs: GoldenTensor;
  readonly loss_per_sample: GoldenTensor;
  readonly loss_mean: number;
  readonly grad_logits_of_mean: GoldenTensor;
}

const TOLERANCE = { rtol: 1e-9, atol: 1e-12 };
const cases = goldenCases<LossCase>("softmax_ce");

test("all fifteen losses are there", () => {
  expect(cases).toHaveLength(15);
});

test.each(cases)("%s and its gradient agree with PyTorch", (_, one) => {
  const logits = plain(one.logits);
  const options = { labelSmoothing: one.label_smoothing };
  const { loss, perExample, probabilities, gradient } = crossEntropy(logits, one.labels, options);
  expectNumbers([loss], [one.loss_mean], TOLERANCE);
  expectNumbers(perExample, one.loss_per_sample.data, TOLERANCE);
  expectBlock(probabilities, plain(one.probs), TOLERANCE);
  expectBlock(gradient, plain(one.grad_logits_of_mean), TOLERANCE);
  expectBlock(softmax(logits), plain(one.probs), TOLERANCE);
  expectNumbers(logSoftmaxRows(logits), one.log_probs.data, TOLERANCE);
});

test.each(cases)("%s holds in float32", (_, one) => {
  const options = { labelSmoothing: one.label_smoothing };
  const { gradient } = crossEntropy(narrow(plain(one.logits)), one.labels, options);
  expectBlock(gradient, plain(one.grad_logits_of_mean), { rtol: 1e-6, atol: 1e-7 });
});
