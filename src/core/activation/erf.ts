/**
 * exp(−x²) without the error that rounding x² would make: the square of x's upper half is exact.
 */
function gaussian(x: number): number {
  if (x > 28) return 0;
  const upper = Math.fround(x);
  return Math.exp(-upper * upper) * Math.exp((upper - x) * (upper + x));
}

/** 2/√π·exp(−x²)·Σ 2ⁿx²ⁿ⁺¹/(1·3·…·(2n + 1)): all terms have one sign, nothing cancels. */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return ((2 * gaussian(x)) / Math.sqrt(Math.PI)) * sum;
}

/** Laplace's continued fraction for erfc, from the inside out; for x ≥ 1. */
function fraction(x: number): number {
  let tail = x;
  for (let n = Math.ceil(180 / (x * x)) + 10; n > 0; n--) tail = x + n / 2 / tail;
  return gaussian(x) / Math.sqrt(Math.PI) / tail;
}

/**
 * The error function, 2/√π·∫₀ˣ exp(−t²) dt, to the last digits of a double.
 * Source: Abramowitz & Stegun, 7.1.6 and 7.1.14.
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1) return x === 0 ? x : series(x);
  return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
}

/** 1 − erf(x), without losing small values to the subtraction. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 1) return x <= -1 ? 2 - erfc(-x) : 1 - erf(x);
  return fraction(x);
}

/** Share of N(0, 1) below z. */
export function normalShare(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

/** Density of N(0, 1) at z. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
