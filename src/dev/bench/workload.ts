import { digit } from "../../core/digits/digit";
import type { Tensor } from "../../core/tensor";

/** Side of the benched picture, in pixels. */
export const side = 512;

function wave(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => 0.5 + 0.5 * Math.sin(i * 12.9898 + seed * 78.233));
}

/** A colour picture, `[1, 512, 512, 3]`, values in [0, 1]. */
export function picture(): Tensor {
  return { shape: [1, side, side, 3], data: wave(side * side * 3, 1) };
}

/** One filter, `[k, k, 3, 1]`; another one for every round, as a dragged slider makes. */
export function filter(kernelSize: number, round: number): Tensor {
  const data = wave(kernelSize * kernelSize * 3, round + 2).map((value) => value - 0.5);
  return { shape: [kernelSize, kernelSize, 3, 1], data };
}

/** Digits that a training round goes through once, and how many make a batch. */
export const trainingImages = 320;
export const trainingBatch = 32;
export const trainingSeed = 1;
export const learningRate = 0.01;

/** The digits of a training round: `[images, 28, 28, 1]`, and one class each. */
export function digits(): { readonly images: Tensor; readonly labels: readonly number[] } {
  const data = new Float32Array(trainingImages * 784);
  const labels = Array.from({ length: trainingImages }, (_, at) => {
    const { image, label } = digit(trainingSeed, at);
    data.set(image.data, at * 784);
    return label;
  });
  return { images: { shape: [trainingImages, 28, 28, 1], data }, labels };
}
