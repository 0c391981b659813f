const REACH = 12;
const PANELS = 96;
const NODES = 16;
/** Share of the mean that a panel may be off by before it is halved. */
const TOLERANCE = 1e-14;
const DEEPEST = 40;

interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Gauss–Legendre nodes and weights on [−1, 1], by Newton's method on Legendre's polynomial. */
function gaussLegendre(count: number): Rule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    let x = Math.cos((Math.PI * (at + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let round = 0; round < 8; round++) {
      let last = 1;
      let value = x;
      for (let n = 2; n <= count; n++)
        [last, value] = [value, ((2 * n - 1) * x * value - (n - 1) * last) / n];
      slope = (count * (last - x * value)) / (1 - x * x);
      x -= value / slope;
    }
    nodes[at] = x;
    weights[at] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

const rule = gaussLegendre(NODES);

function panel(f: (z: number) => number, from: number, to: number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  let sum = 0;
  for (let at = 0; at < NODES; at++) sum += rule.weights[at]! * f(middle + half * rule.nodes[at]!);
  return sum * half;
}

/** Halves a panel until both halves together agree with the whole; −∞, ∞ and NaN are let through. */
function refined(
  f: (z: number) => number,
  from: number,
  to: number,
  coarse: number,
  depth: number,
): number {
  const middle = (from + to) / 2;
  const left = panel(f, from, middle);
  const right = panel(f, middle, to);
  const off = Math.abs(left + right - coarse);
  if (!(off > TOLERANCE * (1 + Math.abs(coarse))) || depth === DEEPEST) return left + right;
  return refined(f, from, middle, left, depth + 1) + refined(f, middle, to, right, depth + 1);
}

/**
 * Mean of f(z) for z ~ N(0, 1), by Gauss–Legendre panels on [−12, 12] that halve themselves where f
 * has corners or jumps; about 13 digits for functions of ordinary size.
 *
 * What lies beyond 12 standard deviations is left out: 4·10⁻³³ of the weight.
 */
export function gaussianMean(f: (z: number) => number): number {
  const weighted = (z: number): number => f(z) * Math.exp((-z * z) / 2);
  const width = (2 * REACH) / PANELS;
  let sum = 0;
  for (let at = 0; at < PANELS; at++) {
    const from = -REACH + at * width;
    sum += refined(weighted, from, from + width, panel(weighted, from, from + width), 0);
  }
  return sum / Math.sqrt(2 * Math.PI);
}
