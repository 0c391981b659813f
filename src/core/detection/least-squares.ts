/** Rounds at most; a few dozen are the rule. */
const MOST_ROUNDS = 1000;
/** Falls of the squared gradient after which nothing that is printed changes. */
const ENOUGH = 1e-20;

/**
 * The x that makes |A·x − b|² least; where many do, the shortest of them. By conjugate gradients on
 * the normal equations, from zero.
 *
 * @param matrix row-major, one row a number of `right`.
 * Source: Hestenes and Stiefel 1952, in the form known as CGLS (Björck 1996).
 */
export function leastSquares(matrix: Float64Array, right: Float64Array): Float64Array {
  const rows = right.length;
  const columns = rows === 0 ? 0 : matrix.length / rows;
  const x = new Float64Array(columns);
  const residual = right.slice();
  const gradient = transposed(matrix, residual, columns);
  const direction = gradient.slice();
  const first = squared(gradient);
  let before = first;
  for (let round = 0; round < MOST_ROUNDS && before > first * ENOUGH; round++) {
    const image = applied(matrix, direction, rows);
    const step = before / squared(image);
    if (!Number.isFinite(step)) break;
    for (let i = 0; i < columns; i++) x[i]! += step * direction[i]!;
    for (let i = 0; i < rows; i++) residual[i]! -= step * image[i]!;
    gradient.set(transposed(matrix, residual, columns));
    const now = squared(gradient);
    for (let i = 0; i < columns; i++) direction[i] = gradient[i]! + (now / before) * direction[i]!;
    before = now;
  }
  return x;
}

function squared(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}

/** A·x */
function applied(matrix: Float64Array, x: Float64Array, rows: number): Float64Array {
  const out = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += matrix[at++]! * x[i]!;
    out[row] = sum;
  }
  return out;
}

/** Aᵀ·y */
function transposed(matrix: Float64Array, y: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(columns);
  for (let row = 0, at = 0; row < y.length; row++) {
    const factor = y[row]!;
    for (let i = 0; i < columns; i++) out[i]! += matrix[at++]! * factor;
  }
  return out;
}
