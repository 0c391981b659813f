import type { Lathe } from "./lathe";
import type { Spot } from "./spot";

/** Distance of a point from a lathe's surface, negative inside. */
function distance(lathe: Lathe, x: number, y: number, z: number): number {
  const px = x - lathe.x;
  const pz = z - lathe.z;
  const { lying } = lathe;
  if (!lying) return lathe.outline(Math.sqrt(px * px + pz * pz), y);
  const along = px * lying.cosine + pz * lying.sine;
  const across = pz * lying.cosine - px * lying.sine;
  const up = y - lying.height;
  return lathe.outline(Math.sqrt(across * across + up * up), along);
}

/**
 * Where a ray from (x, y, z) along a direction of length 1 first meets a lathe: the way to it, or
 * `Infinity`. Steps by the distance to the surface, which never overshoots.
 * Source: Hart 1996, "Sphere tracing".
 */
export function march(
  lathe: Lathe,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): number {
  const cx = x - lathe.x;
  const cy = y - lathe.middle;
  const cz = z - lathe.z;
  const b = cx * dx + cy * dy + cz * dz;
  const discriminant = b * b - (cx * cx + cy * cy + cz * cz - lathe.reach * lathe.reach);
  if (discriminant <= 0) return Infinity;
  const root = Math.sqrt(discriminant);
  const end = root - b;
  let t = Math.max(-b - root, 0);
  for (let step = 0; step < 64 && t < end; step++) {
    const gap = distance(lathe, x + t * dx, y + t * dy, z + t * dz);
    if (gap < 0.001) return t;
    t += gap;
  }
  return Infinity;
}

/** Sets the spot's normal to that of the lathe there. */
export function latheNormal(lathe: Lathe, spot: Spot): void {
  const { x, y, z } = spot;
  const e = 0.003;
  const here = distance(lathe, x, y, z);
  const nx = distance(lathe, x + e, y, z) - here;
  const ny = distance(lathe, x, y + e, z) - here;
  const nz = distance(lathe, x, y, z + e) - here;
  const inverse = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-20);
  spot.nx = nx * inverse;
  spot.ny = ny * inverse;
  spot.nz = nz * inverse;
}
