import { ShapeMismatchError } from "./errors";
import { elementCount } from "./tensor";

/** Storage of a block: what it holds decides to what every stored result is rounded. */
export type Numbers = Float32Array | Float64Array;

/**
 * A dense block of numbers in row-major order, as `Tensor`, in either width. The functions of core
 * add up in float64 and store in the width of their input, so the same code is the book's float32
 * arithmetic and its float64 reference.
 */
export interface Block<A extends Numbers = Numbers> {
  readonly shape: readonly number[];
  readonly data: A;
}

/** Zeros in the width of `like`. */
export function zeros<A extends Numbers>(like: A, length: number): A {
  return (like instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)) as A;
}

/** Numbers rounded into the width of `like`. */
export function stored<A extends Numbers>(like: A, values: ArrayLike<number>): A {
  const data = zeros(like, values.length);
  data.set(values);
  return data;
}

/**
 * Checks that a block holds as many numbers as its shape says.
 *
 * @throws {ShapeMismatchError} naming the block.
 */
export function requireFilled(name: string, { shape, data }: Block): void {
  if (data.length !== elementCount(shape))
    throw new ShapeMismatchError(
      `${name} of shape ${shape.join("×")} needs ${elementCount(shape)} numbers, got ${data.length}`,
    );
}

/**
 * Checks a block's shape, axis by axis.
 *
 * @throws {ShapeMismatchError} naming the block and both shapes.
 */
export function requireShape(name: string, block: Block, shape: readonly number[]): void {
  if (block.shape.length !== shape.length || block.shape.some((length, at) => length !== shape[at]))
    throw new ShapeMismatchError(
      `${name} must have shape ${shape.join("×")}, got ${block.shape.join("×")}`,
    );
  requireFilled(name, block);
}
