import type { Path } from "./path";

export interface Pen {
  /** Width of a stroke in pixels, between the points of half strength. */
  readonly thickness: number;
  /** Width of the soft edge in pixels. */
  readonly softness: number;
  /** Strength in the middle of a stroke; cut off at 1. */
  readonly gain: number;
}

/**
 * Ink on paper: `[side, side]` row by row, 0 without ink, 1 with full ink.
 *
 * Each pixel's strength falls linearly with its distance from the nearest line over the soft
 * edge. Pixel (row, column) lies at (x = column, y = row).
 */
export function inked(paths: readonly Path[], side: number, pen: Pen): Float32Array {
  const reach = (pen.thickness + pen.softness) / 2;
  const distances = new Float32Array(side * side).fill(reach * reach);
  for (const path of paths) {
    for (let at = 2; at < path.length; at += 2) {
      nearSegment(distances, side, reach, path[at - 2]!, path[at - 1]!, path[at]!, path[at + 1]!);
    }
  }
  for (let at = 0; at < distances.length; at++) {
    const ink = ((pen.thickness / 2 - Math.sqrt(distances[at]!)) / pen.softness + 0.5) * pen.gain;
    distances[at] = ink < 0 ? 0 : ink > 1 ? 1 : ink;
  }
  return distances;
}

/** Lowers squared distances to those from the segment (ax, ay)–(bx, by), where within reach. */
function nearSegment(
  distances: Float32Array,
  side: number,
  reach: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const dx = bx - ax;
  const dy = by - ay;
  const inverse = 1 / (dx * dx + dy * dy + 1e-9);
  const left = Math.max(Math.ceil(Math.min(ax, bx) - reach), 0);
  const right = Math.min(Math.floor(Math.max(ax, bx) + reach), side - 1);
  const top = Math.max(Math.ceil(Math.min(ay, by) - reach), 0);
  const bottom = Math.min(Math.floor(Math.max(ay, by) + reach), side - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x - ax;
      const py = y - ay;
      let t = (px * dx + py * dy) * inverse;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const ex = px - t * dx;
      const ey = py - t * dy;
      const squared = ex * ex + ey * ey;
      const at = y * side + x;
      if (squared < distances[at]!) distances[at] = squared;
    }
  }
}
