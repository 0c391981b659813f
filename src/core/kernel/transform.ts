import { normalAt } from "../random/philox";

/**
 * The kernel scaled so that its numbers sum to 1 (brightness is kept); one whose sum is nearly
 * zero, such as an edge kernel, so that its absolute values sum to 1. Zeros stay zeros.
 */
export function normalizeKernel(kernel: readonly number[]): number[] {
  const sum = kernel.reduce((total, value) => total + value, 0);
  const size = kernel.reduce((total, value) => total + Math.abs(value), 0);
  if (!Number.isFinite(size) || size === 0) return [...kernel];
  const divisor = Math.abs(sum) > size * 1e-6 ? sum : size;
  return kernel.map((value) => value / divisor);
}

/** The kernel with every sign changed; zero stays +0. */
export function negateKernel(kernel: readonly number[]): number[] {
  return kernel.map((value) => (value === 0 ? 0 : -value));
}

/** Turned by 180°: correlating with it is convolving with the original, and the other way round. */
export function rotateKernel180(kernel: readonly number[]): number[] {
  return kernel.toReversed();
}

/**
 * `count` normal numbers with mean 0 and standard deviation `1/√count`, rounded to hundredths so
 * that they can be read and typed; the same for the same seed and stream everywhere.
 */
export function randomKernel(count: number, seed: number, stream = 0): number[] {
  const scale = 1 / Math.sqrt(count);
  return Array.from({ length: count }, (_, index) => {
    const value = Math.round(normalAt({ seed, stream, index }) * scale * 100) / 100;
    return value === 0 ? 0 : value;
  });
}

/** The kernel in a frame of another side: centred, cropped or surrounded by zeros. */
export function resizeKernel(kernel: readonly number[], from: number, to: number): number[] {
  const shift = Math.floor(from / 2) - Math.floor(to / 2);
  return Array.from({ length: to * to }, (_, at) => {
    const row = Math.floor(at / to) + shift;
    const column = (at % to) + shift;
    const inside = row >= 0 && row < from && column >= 0 && column < from;
    return inside ? kernel[row * from + column]! : 0;
  });
}
