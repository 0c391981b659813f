import { expect, test } from "vitest";
import {
  batchNorm,
  batchNormBackward,
  batchNormFrozen,
  freshStatistics,
} from "../../src/core/norm/batch-norm";
import { expectBlock, goldenCases, nhwc, plain, type GoldenTensor } from "./golden";

interface NormCase {
  readonly id: string;
  readonly eps: number;
  readonly momentum: number;
  readonly input: GoldenTensor;
  readonly gamma: GoldenTensor;
  readonly beta: GoldenTensor;
  readonly output_train: GoldenTensor;
  readonly running_mean_after: GoldenTensor;
  readonly running_var_after: GoldenTensor;
  readonly output_eval_after: GoldenTensor;
  readonly grad_output: GoldenTensor;
  readonly grad_input: GoldenTensor;
  readonly grad_gamma: GoldenTensor;
  readonly grad_beta: GoldenTensor;
}

const TOLERANCE = { rtol: 1e-9, atol: 1e-10 };
const cases = goldenCases<NormCase>("batchnorm");

test("all six normalisations are there", () => {
  expect(cases).toHaveLength(6);
});

test.each(cases)("%s and its gradients agree with PyTorch", (_, one) => {
  const args = {
    input: nhwc(one.input),
    gamma: plain(one.gamma),
    beta: plain(one.beta),
    epsilon: one.eps,
  };
  const fresh = freshStatistics(args.input.data, args.gamma.data.length);
  const { output, running } = batchNorm(args, fresh, one.momentum);
  expectBlock(output, nhwc(one.output_train), TOLERANCE);
  expectBlock(running.mean, plain(one.running_mean_after), TOLERANCE);
  expectBlock(running.variance, plain(one.running_var_after), TOLERANCE);
  expectBlock(batchNormFrozen(args, running), nhwc(one.output_eval_after), TOLERANCE);

  const gradients = batchNormBackward(args, nhwc(one.grad_output));
  expectBlock(gradients.input, nhwc(one.grad_input), TOLERANCE);
  expectBlock(gradients.gamma, plain(one.grad_gamma), TOLERANCE);
  expectBlock(gradients.beta, plain(one.grad_beta), TOLERANCE);
});
