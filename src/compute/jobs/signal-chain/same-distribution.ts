import type { InitLaw } from "../../../core/init/init";
import { lawVariance } from "../../../core/init/init";
import type { RandomSequence } from "../../../core/random/fill";
import type { Multiplier } from "../../ops/chain/multiplier";
import { steps } from "./streams";

/** Root of the sum of squares, for numbers of any finite size. */
function norm(x: Float64Array): number {
  let squares = 0;
  for (let at = 0; at < x.length; at++) squares += x[at]! * x[at]!;
  if (squares > 1e-200 && squares < 1e200) return Math.sqrt(squares);
  let largest = 0;
  for (let at = 0; at < x.length; at++) largest = Math.max(largest, Math.abs(x[at]!));
  if (!(largest > 0 && largest < Infinity)) return largest;
  let sum = 0;
  for (let at = 0; at < x.length; at++) sum += (x[at]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function drawn(multiplier: Multiplier, count: number, sequence: RandomSequence): Float64Array {
  const into = new Float64Array(count);
  multiplier.normals(into, sequence);
  return into;
}

const isOrthogonal = (law: InitLaw): law is Extract<InitLaw, { kind: "orthogonal" }> =>
  law.kind === "orthogonal";

/**
 * Pre-activations z of a dense layer drawn from their law given the input: independent N(0, σ²·|x|²)
 * for weights of deviation σ; for an orthogonal matrix, a vector of length gain · |x| in a direction
 * uniform on the sphere. An infinite input gives what sums of infinities of random signs give.
 *
 * Source: chapter 4, formula `conditional`; Mezzadri 2007.
 */
export function conditionalForward(
  law: InitLaw,
  multiplier: Multiplier,
  place: RandomSequence,
  x: Float64Array,
  z: Float64Array,
): Float64Array {
  const length = norm(x);
  multiplier.normals(z, { ...place, step: steps.forward });
  if (Number.isNaN(length)) return z.fill(Number.NaN);
  if (length === Infinity) return infinitePattern(multiplier, place, x, z);
  const scale = isOrthogonal(law)
    ? (law.gain * length) / norm(z)
    : Math.sqrt(lawVariance(law, { fanIn: x.length, fanOut: x.length })) * length;
  for (let at = 0; at < z.length; at++) z[at]! *= scale;
  return z;
}

/** Signs beyond the first few hardly ever agree all; that many are drawn. */
const SIGNS = 32;

/** A sum over m infinities is infinite when their m random signs agree, else NaN. */
function infinitePattern(
  multiplier: Multiplier,
  place: RandomSequence,
  x: Float64Array,
  z: Float64Array,
): Float64Array {
  let count = 0;
  for (const value of x) if (Math.abs(value) === Infinity) count++;
  const m = Math.min(count, SIGNS);
  const signs = drawn(multiplier, m * z.length, { ...place, step: steps.signs });
  for (let at = 0; at < z.length; at++) {
    let positive = 0;
    for (let i = 0; i < m; i++) if (signs[at * m + i]! > 0) positive++;
    z[at] = positive === m ? Infinity : positive === 0 ? -Infinity : Number.NaN;
  }
  return z;
}

/**
 * The gradient by a layer's input drawn from its law given all that is known of the weights by then,
 * W·x = z: along x it is x·(z·g)/|x|²; across, W is still free, so independent N(0, σ²·|g|²) with the
 * part along x taken out. An orthogonal W turns what of g is at right angles to z uniformly into what
 * is at right angles to x.
 */
export function conditionalBackward(
  law: InitLaw,
  multiplier: Multiplier,
  place: RandomSequence,
  g: Float64Array,
  x: Float64Array,
  z: Float64Array,
): Float64Array {
  const free = drawn(multiplier, x.length, { ...place, step: steps.backward });
  const length = norm(x);
  const known = length > 0 && length < Infinity;
  const direction = known ? x.map((value) => value / length) : null;
  if (direction) {
    const along = dot(free, direction);
    for (let at = 0; at < free.length; at++) free[at]! -= along * direction[at]!;
  }
  const zLength = norm(z);
  const along = direction ? dot(z, g) / length : 0;
  let scale: number;
  if (isOrthogonal(law)) {
    const shared = zLength > 0 ? dot(z, g) / zLength : 0;
    scale = (law.gain * Math.sqrt(Math.max(norm(g) ** 2 - shared ** 2, 0))) / norm(free);
  } else scale = Math.sqrt(lawVariance(law, { fanIn: x.length, fanOut: x.length })) * norm(g);
  for (let at = 0; at < free.length; at++)
    free[at] = free[at]! * scale + (direction ? along * direction[at]! : 0);
  return free;
}
