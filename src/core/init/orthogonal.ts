import { normals, type RandomSequence } from "../random/fill";

/**
 * A random matrix `[rows, columns]` whose rows, or columns if those are fewer, are at right angles
 * and of length 1; every such matrix is equally likely. From normal vectors by Gram–Schmidt, each
 * taken against the ones before twice, so that rounding leaves right angles.
 *
 * Source: Saxe, McClelland & Ganguli 2014; Mezzadri 2007 on uniformity.
 */
export function orthogonalMatrix(
  rows: number,
  columns: number,
  sequence: RandomSequence,
): Float64Array {
  const [count, length] = rows < columns ? [rows, columns] : [columns, rows];
  const vectors = normals(count * length, sequence);
  for (let at = 0; at < count; at++) {
    const vector = vectors.subarray(at * length, (at + 1) * length);
    for (let round = 0; round < 2; round++)
      for (let before = 0; before < at; before++)
        subtractAlong(vector, vectors.subarray(before * length, (before + 1) * length));
    const size = Math.sqrt(dot(vector, vector));
    for (let i = 0; i < length; i++) vector[i]! /= size;
  }
  if (count === rows) return vectors;
  const matrix = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      matrix[row * columns + column] = vectors[column * rows + row]!;
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function subtractAlong(vector: Float64Array, direction: Float64Array): void {
  const share = dot(vector, direction);
  for (let at = 0; at < vector.length; at++) vector[at]! -= share * direction[at]!;
}
