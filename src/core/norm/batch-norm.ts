import { RequestError, ShapeMismatchError } from "../errors";
import { requireShape, stored, zeros, type Block, type Numbers } from "../numbers";

export interface BatchNormArgs<A extends Numbers = Numbers> {
  /** `[…, channels]`: every axis but the last is averaged over. */
  readonly input: Block<A>;
  /** `[channels]` */
  readonly gamma: Block<A>;
  /** `[channels]` */
  readonly beta: Block<A>;
  /** Added to the variance; default 1e-5. */
  readonly epsilon?: number;
}

/** What a normalised channel is compared with outside training. */
export interface RunningStatistics<A extends Numbers = Numbers> {
  /** `[channels]` */
  readonly mean: Block<A>;
  /** `[channels]`, unbiased */
  readonly variance: Block<A>;
}

export interface BatchNorm<A extends Numbers = Numbers> {
  readonly output: Block<A>;
  readonly running: RunningStatistics<A>;
}

export const BATCH_NORM_EPSILON = 1e-5;
export const BATCH_NORM_MOMENTUM = 0.1;

/** Running statistics before the first batch: mean 0, variance 1. */
export function freshStatistics<A extends Numbers>(
  like: A,
  channels: number,
): RunningStatistics<A> {
  return {
    mean: { shape: [channels], data: zeros(like, channels) },
    variance: { shape: [channels], data: zeros(like, channels).fill(1) as A },
  };
}

interface Columns {
  readonly channels: number;
  readonly count: number;
  readonly mean: Float64Array;
  /** Biased: divided by the count. */
  readonly variance: Float64Array;
}

function columnsOf({ input, gamma, beta }: BatchNormArgs): Columns {
  const channels = input.shape.at(-1);
  if (channels === undefined || input.data.length === 0)
    throw new ShapeMismatchError("batch normalisation needs an input of at least one number");
  requireShape("input", input, input.shape);
  requireShape("gamma", gamma, [channels]);
  requireShape("beta", beta, [channels]);
  const count = input.data.length / channels;
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  input.data.forEach((value, at) => (mean[at % channels]! += value / count));
  input.data.forEach(
    (value, at) => (variance[at % channels]! += (value - mean[at % channels]!) ** 2 / count),
  );
  return { channels, count, mean, variance };
}

function normalised<A extends Numbers>(
  { input, gamma, beta, epsilon = BATCH_NORM_EPSILON }: BatchNormArgs<A>,
  mean: Numbers,
  variance: Numbers,
): Block<A> {
  const channels = gamma.data.length;
  const data = zeros(input.data, input.data.length);
  const scale = Float64Array.from(
    variance,
    (value, at) => gamma.data[at]! / Math.sqrt(value + epsilon),
  );
  for (let at = 0; at < data.length; at++) {
    const channel = at % channels;
    data[at] = (input.data[at]! - mean[channel]!) * scale[channel]! + beta.data[channel]!;
  }
  return { shape: input.shape, data };
}

/**
 * Batch normalisation in training: each channel is shifted and scaled to mean 0 and variance 1 over
 * batch and places (the variance divided by the count), then scaled by gamma and shifted by beta.
 * The running statistics move by `momentum` towards the batch's, with the unbiased variance.
 *
 * Shapes: input and output `[…, channels]`. `momentum` in [0, 1], default 0.1.
 *
 * @throws {ShapeMismatchError} shapes that do not fit.
 * @throws {RequestError} one number a channel: its variance says nothing.
 * Source: Ioffe & Szegedy 2015, algorithm 1; running variance as in PyTorch.
 */
export function batchNorm<A extends Numbers>(
  args: BatchNormArgs<A>,
  running: RunningStatistics<A>,
  momentum = BATCH_NORM_MOMENTUM,
): BatchNorm<A> {
  const { channels, count, mean, variance } = columnsOf(args);
  if (count < 2)
    throw new RequestError("batch normalisation in training needs at least 2 numbers a channel");
  const towards = (old: Block<A>, batch: (channel: number) => number): Block<A> => ({
    shape: [channels],
    data: stored(
      old.data,
      Float64Array.from(old.data, (value, at) => (1 - momentum) * value + momentum * batch(at)),
    ),
  });
  return {
    output: normalised(args, mean, variance),
    running: {
      mean: towards(running.mean, (channel) => mean[channel]!),
      variance: towards(running.variance, (channel) => (variance[channel]! * count) / (count - 1)),
    },
  };
}

/** Batch normalisation outside training: with the running statistics, so each example stands alone. */
export function batchNormFrozen<A extends Numbers>(
  args: BatchNormArgs<A>,
  running: RunningStatistics<A>,
): Block<A> {
  columnsOf(args);
  return normalised(args, running.mean.data, running.variance.data);
}

export interface BatchNormGradients<A extends Numbers = Numbers> {
  readonly input: Block<A>;
  readonly gamma: Block<A>;
  readonly beta: Block<A>;
}

/**
 * Gradients of a loss by the input, gamma and beta of `batchNorm`. Batch mean and variance depend on
 * the input too: `dx = γ/σ · (g − mean(g) − x̂ · mean(g · x̂))`.
 *
 * @throws {ShapeMismatchError} shapes that do not fit.
 * Source: Ioffe & Szegedy 2015, §3.
 */
export function batchNormBackward<A extends Numbers>(
  args: BatchNormArgs<A>,
  outputGradient: Block<A>,
): BatchNormGradients<A> {
  const { input, gamma, epsilon = BATCH_NORM_EPSILON } = args;
  requireShape("gradient", outputGradient, input.shape);
  const { channels, count, mean, variance } = columnsOf(args);
  const slope = variance.map((value) => 1 / Math.sqrt(value + epsilon));
  const gammaSums = new Float64Array(channels);
  const betaSums = new Float64Array(channels);
  const standard = (at: number) => (input.data[at]! - mean[at % channels]!) * slope[at % channels]!;
  outputGradient.data.forEach((upstream, at) => {
    betaSums[at % channels]! += upstream;
    gammaSums[at % channels]! += upstream * standard(at);
  });
  const data = zeros(input.data, input.data.length);
  for (let at = 0; at < data.length; at++) {
    const channel = at % channels;
    const centred =
      outputGradient.data[at]! -
      betaSums[channel]! / count -
      (standard(at) * gammaSums[channel]!) / count;
    data[at] = gamma.data[channel]! * slope[channel]! * centred;
  }
  return {
    input: { shape: input.shape, data },
    gamma: { shape: [channels], data: stored(input.data, gammaSums) },
    beta: { shape: [channels], data: stored(input.data, betaSums) },
  };
}

/** Gradients of a loss by the input, gamma and beta of `batchNormFrozen`: statistics are constants. */
export function batchNormFrozenBackward<A extends Numbers>(
  args: BatchNormArgs<A>,
  running: RunningStatistics<A>,
  outputGradient: Block<A>,
): BatchNormGradients<A> {
  const { input, gamma, epsilon = BATCH_NORM_EPSILON } = args;
  requireShape("gradient", outputGradient, input.shape);
  const channels = gamma.data.length;
  const slope = Float64Array.from(running.variance.data, (value) => 1 / Math.sqrt(value + epsilon));
  const gammaSums = new Float64Array(channels);
  const betaSums = new Float64Array(channels);
  const data = zeros(input.data, input.data.length);
  outputGradient.data.forEach((upstream, at) => {
    const channel = at % channels;
    betaSums[channel]! += upstream;
    gammaSums[channel]! +=
      upstream * (input.data[at]! - running.mean.data[channel]!) * slope[channel]!;
    data[at] = upstream * gamma.data[channel]! * slope[channel]!;
  });
  return {
    input: { shape: input.shape, data },
    gamma: { shape: [channels], data: stored(input.data, gammaSums) },
    beta: { shape: [channels], data: stored(input.data, betaSums) },
  };
}
