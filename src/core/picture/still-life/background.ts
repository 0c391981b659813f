import { illuminate } from "./illuminate";
import type { Light } from "./illuminate";
import { plaster, table, tableEnd, tableThickness, wallZ } from "./room";
import type { Shadow } from "./shadow";
import { setColor } from "./spot";
import type { Spot } from "./spot";

/** What of the room a ray meets. */
export type Surface = "wall" | "table" | "front" | "below";

/**
 * Follows a ray to the wall or the table, and paints and lights the spot there.
 * @returns the surface met
 */
export function background(
  spot: Spot,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  shadow: Shadow,
  out: Light,
): Surface {
  spot.dx = dx;
  spot.dy = dy;
  spot.dz = dz;
  spot.gloss = 0;
  spot.glow = 0;
  const toTable = dy < 0 ? -y / dy : Infinity;
  const toWall = (wallZ - z) / dz;
  const surface = surfaceMet(y, z, dy, dz, toTable, toWall);
  const t = surface === "wall" ? toWall : surface === "table" ? toTable : (tableEnd - z) / dz;
  spot.x = x + t * dx;
  spot.y = y + t * dy;
  spot.z = z + t * dz;
  spot.nx = 0;
  spot.ny = surface === "table" ? 1 : 0;
  spot.nz = surface === "table" ? 0 : 1;
  if (surface === "wall") plaster(spot);
  else if (surface === "below") setColor(spot, 0.03, 0.026, 0.024);
  else table(spot);
  illuminate(spot, null, shadow, out);
  if (surface === "front" || surface === "below") dim(out, surface === "front" ? 0.75 : 0.3);
  return surface;
}

function surfaceMet(
  y: number,
  z: number,
  dy: number,
  dz: number,
  toTable: number,
  toWall: number,
): Surface {
  if (toTable >= toWall) return "wall";
  if (z + toTable * dz <= tableEnd) return "table";
  return y + ((tableEnd - z) / dz) * dy > -tableThickness ? "front" : "below";
}

function dim(light: Light, factor: number): void {
  light.red *= factor;
  light.green *= factor;
  light.blue *= factor;
}
