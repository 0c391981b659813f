export interface Gradient {
  readonly magnitude: number;
  /** Radians in (−π, π], x to the right and y **down**; `null` where there is no direction. */
  readonly angle: number | null;
}

/**
 * Size and direction of steepest brightening from two derivative responses.
 * Source: chapter 1, Sobel: `M = √(gx² + gy²)`, `θ = atan2(gy, gx)`.
 */
export function gradientAt(gx: number, gy: number): Gradient {
  const magnitude = Math.hypot(gx, gy);
  const directed = magnitude > 0 && Number.isFinite(magnitude);
  return { magnitude, angle: directed ? Math.atan2(gy, gx) : null };
}
