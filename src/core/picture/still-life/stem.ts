/** A stem: a thin rod between two points. */
export interface Stem {
  readonly from: readonly [x: number, y: number, z: number];
  readonly to: readonly [x: number, y: number, z: number];
  readonly radius: number;
}

export const stems: readonly Stem[] = [
  { from: [-0.1, 0.8, 0.55], to: [-0.02, 1.3, 0.62], radius: 0.03 },
  { from: [1.0, 1.6, 0.35], to: [1.13, 1.98, 0.38], radius: 0.035 },
  { from: [1.88, 0.85, 1.24], to: [2.2, 1.06, 1.0], radius: 0.028 },
];

/** Where a ray first meets a rod (its sides only): the way to it, or `Infinity`. */
export function meetStem(
  { from, to, radius }: Stem,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): number {
  const bx = to[0] - from[0];
  const by = to[1] - from[1];
  const bz = to[2] - from[2];
  const ox = x - from[0];
  const oy = y - from[1];
  const oz = z - from[2];
  const bb = bx * bx + by * by + bz * bz;
  const bd = bx * dx + by * dy + bz * dz;
  const bo = bx * ox + by * oy + bz * oz;
  const a = bb - bd * bd;
  const b = bb * (ox * dx + oy * dy + oz * dz) - bo * bd;
  const c = bb * (ox * ox + oy * oy + oz * oz) - bo * bo - radius * radius * bb;
  const h = b * b - a * c;
  if (h < 0) return Infinity;
  const t = (-b - Math.sqrt(h)) / a;
  const along = bo + t * bd;
  return along > 0 && along < bb && t > 0 ? t : Infinity;
}
