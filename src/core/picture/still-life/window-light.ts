import { smoothstep, toNearest } from "./noise";

/** Towards the sun, length 1. */
export const sun = { x: -0.6276, y: 0.5983, z: 0.4981 } as const;

/** The window in the wall on the left, seen in its own plane: y up, z to the painter. */
const wallX = -6;
const [bottom, top, near, far] = [3.1, 9.5, 7.9, 0.4];
const paneHeight = (top - bottom) / 3;
const paneWidth = (near - far) / 3;
const halfBar = 0.13;

/** 1 in a pane, 0 on bars and wall, softened over `soft`. */
function pane(y: number, z: number, soft: number): number {
  const inside = Math.min(y - bottom, top - y, z - far, near - z);
  if (inside < -soft) return 0;
  const bar = Math.min(
    Math.abs(toNearest(y - bottom, paneHeight)),
    Math.abs(toNearest(z - far, paneWidth)),
  );
  return smoothstep(-soft, soft, inside) * smoothstep(halfBar - soft, halfBar + soft, bar);
}

/** How much of the sun reaches a point through the window, 0 to 1. */
export function sunThroughWindow(x: number, y: number, z: number): number {
  const t = (wallX - x) / sun.x;
  return pane(y + t * sun.y, z + t * sun.z, 0.045 + 0.012 * t);
}

/** What is seen of the window when looking from a point along a direction, 0 to 1. */
export function windowSeen(
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): number {
  if (dx > -0.05) return 0;
  const t = (wallX - x) / dx;
  return pane(y + t * dy, z + t * dz, 0.25);
}
