import { eye } from "./eye";
import type { Lathe } from "./lathe";
import { outlineTable, perUnit } from "./outline-table";
import type { Spot } from "./spot";

/**
 * Makes a function that says where a ray from the eye, along a spot's direction, first meets a
 * lathe: the way to it, or `Infinity` beyond `most`. Steps by the distance to the surface, which never overshoots.
 * Source: Hart 1996, "Sphere tracing".
 */
export function marcher(lathe: Lathe): (ray: Spot, most: number) => number {
  const { values, columns } = outlineTable(lathe);
  const { radius, low, high } = lathe.within;
  const { cosine, sine, height } = lathe.lying ?? { cosine: 1, sine: 0, height: 0 };
  const lying = lathe.lying !== undefined;
  // In the lathe's own frame: x and z across the axis, y along it.
  const [ex, ey, ez] = [eye.x - lathe.x, eye.y - height, eye.z - lathe.z];
  const along = ex * cosine + ez * sine;
  const across = ez * cosine - ex * sine;
  const [x, y, z] = lying ? [ey, along, across] : [ex, ey, ez];

  return (ray, most) => {
    const dx = lying ? ray.dy : ray.dx;
    const dy = lying ? ray.dx * cosine + ray.dz * sine : ray.dy;
    const dz = lying ? ray.dz * cosine - ray.dx * sine : ray.dz;
    const a = dx * dx + dz * dz;
    const b = x * dx + z * dz;
    const h = b * b - a * (x * x + z * z - radius * radius);
    if (h <= 0) return Infinity;
    const root = Math.sqrt(h);
    const toLow = (low - y) / dy;
    const toHigh = (high - y) / dy;
    let t = Math.max((-b - root) / a, Math.min(toLow, toHigh), 0) + 1e-9;
    const end = Math.min((root - b) / a, Math.max(toLow, toHigh), most) - 1e-9;
    for (let step = 0; step < 64 && t < end; step++) {
      const px = x + t * dx;
      const pz = z + t * dz;
      const column = Math.sqrt(px * px + pz * pz) * perUnit;
      const row = (y + t * dy - low) * perUnit;
      const at = (row | 0) * columns + (column | 0);
      const u = column - (column | 0);
      const v = row - (row | 0);
      const above = values[at]! + u * (values[at + 1]! - values[at]!);
      const below = values[at + columns]! + u * (values[at + columns + 1]! - values[at + columns]!);
      const gap = above + v * (below - above);
      if (gap < 0.002) return t + gap;
      t += gap;
    }
    return Infinity;
  };
}

const e = 0.003;

/** Sets the spot's normal to that of the lathe there. */
export function latheNormal({ outline, lying, x, z }: Lathe, spot: Spot): void {
  const px = spot.x - x;
  const pz = spot.z - z;
  if (!lying) {
    const radius = Math.sqrt(px * px + pz * pz);
    const here = outline(radius, spot.y);
    const out = (outline(radius + e, spot.y) - here) / radius;
    setNormal(spot, out * px, outline(radius, spot.y + e) - here, out * pz);
    return;
  }
  const { cosine, sine, height } = lying;
  const along = px * cosine + pz * sine;
  const across = pz * cosine - px * sine;
  const up = spot.y - height;
  const radius = Math.sqrt(across * across + up * up);
  const here = outline(radius, along);
  const out = (outline(radius + e, along) - here) / radius;
  const on = outline(radius, along + e) - here;
  setNormal(spot, on * cosine - out * across * sine, out * up, on * sine + out * across * cosine);
}

function setNormal(spot: Spot, x: number, y: number, z: number): void {
  const inverse = 1 / Math.sqrt(x * x + y * y + z * z + 1e-20);
  spot.nx = x * inverse;
  spot.ny = y * inverse;
  spot.nz = z * inverse;
}
