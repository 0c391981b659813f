/** A number in [0, 1) for every pair of whole numbers, without visible pattern. */
export function hash(x: number, y: number): number {
  return scatter(Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1));
}

function scatter(bits: number): number {
  let h = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

/** Smooth noise in [0, 1] with features about 1 across. */
export function noise(x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const s = x - column;
  const t = y - row;
  const u = s * s * (3 - 2 * s);
  const v = t * t * (3 - 2 * t);
  const left = Math.imul(column, 0x27d4eb2d);
  const right = (left + 0x27d4eb2d) | 0;
  const top = Math.imul(row, 0x165667b1);
  const bottom = (top + 0x165667b1) | 0;
  const a = scatter(left ^ top);
  const b = scatter(right ^ top);
  const c = scatter(left ^ bottom);
  const d = scatter(right ^ bottom);
  return a + u * (b - a) + v * (c - a + u * (a - b - c + d));
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, x: number): number {
  const t = x <= low ? 0 : x >= high ? 1 : (x - low) / (high - low);
  return t * t * (3 - 2 * t);
}

/** 1 inside a stripe of half width `half` around 0, 0 outside, softened over `soft`. */
export function stripe(distance: number, half: number, soft: number): number {
  return 1 - smoothstep(half - soft, half + soft, Math.abs(distance));
}

export function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

/** The distance to the nearest multiple of `period`. */
export function toNearest(x: number, period: number): number {
  return x - period * Math.round(x / period);
}
