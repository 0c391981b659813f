import { castersAround, castShadows, createShadow } from "./shadow";
import type { Shadow } from "./shadow";
import { createSpot } from "./spot";
import type { Spot } from "./spot";

/** The shadows that lie on a flat surface. They are soft, so that few points stand for all. */
export interface LightMap {
  /** Reads the shadows at a spot of the surface. */
  read(spot: Spot, out: Shadow): void;
}

/** Values of a point: window, open, glass, sky. */
const depth = 4;
/** Covers what is seen of table and wall, from −`half` to `half` both ways. */
const half = 4.8;

/**
 * Shadows on the wall (`x`, `y`) or on the table (`x`, `z`), worked out at points `spacing` apart
 * when they are first asked for, and interpolated between.
 */
export function createLightMap(surface: "wall" | "table", at: number, spacing: number): LightMap {
  const side = Math.ceil((2 * half) / spacing) + 2;
  const values = new Float32Array(side * side * depth).fill(NaN);
  const spot = createSpot();
  const shadow = createShadow();
  const around = castersAround({ x: 0, y: 0, z: 0, radius: 2 * half }, null);
  const flat = surface === "table";
  const limit = side - 2;

  function work(i: number, j: number): number {
    const to = (j * side + i) * depth;
    if (values[to] === values[to]) return to;
    const second = j * spacing - half;
    spot.x = i * spacing - half;
    spot.y = flat ? at : second;
    spot.z = flat ? second : at;
    spot.nx = 0;
    spot.ny = flat ? 1 : 0;
    spot.nz = flat ? 0 : 1;
    castShadows(spot, around, shadow);
    values[to] = shadow.window;
    values[to + 1] = shadow.open;
    values[to + 2] = shadow.glass;
    values[to + 3] = shadow.sky;
    return to;
  }

  function read({ x, y, z }: Spot, out: Shadow): void {
    const column = Math.min(Math.max((x + half) / spacing, 0), limit);
    const row = Math.min(Math.max(((flat ? z : y) + half) / spacing, 0), limit);
    const i = column | 0;
    const j = row | 0;
    const a = work(i, j);
    const b = work(i + 1, j);
    const c = work(i, j + 1);
    const d = work(i + 1, j + 1);
    const u = column - i;
    const v = row - j;
    const ofB = u * (1 - v);
    const ofC = v * (1 - u);
    const ofD = u * v;
    const ofA = 1 - ofB - ofC - ofD;
    out.window = ofA * values[a]! + ofB * values[b]! + ofC * values[c]! + ofD * values[d]!;
    out.open =
      ofA * values[a + 1]! + ofB * values[b + 1]! + ofC * values[c + 1]! + ofD * values[d + 1]!;
    out.glass =
      ofA * values[a + 2]! + ofB * values[b + 2]! + ofC * values[c + 2]! + ofD * values[d + 2]!;
    out.sky =
      ofA * values[a + 3]! + ofB * values[b + 3]! + ofC * values[c + 3]! + ofD * values[d + 3]!;
  }

  return { read };
}
