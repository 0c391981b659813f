import { background } from "./background";
import { bottleSkin } from "./bottle-skin";
import { illuminate } from "./illuminate";
import type { Light } from "./illuminate";
import { bottle } from "./lathe";
import { smoothstep } from "./noise";
import type { Shadow } from "./shadow";
import type { Spot } from "./spot";

/**
 * Paints a spot of the bottle whose normal is set: label and cork as they are, and green glass with
 * the room behind it, bent, dimmed by glass and wine, under the window's mirror image.
 */
export function paintBottle(spot: Spot, behind: Spot, shadow: Shadow, out: Light): void {
  const [x, y, z] = [spot.x - bottle.x, spot.y, spot.z - bottle.z];
  if (bottleSkin(spot, x, y, z) !== "glass") {
    illuminate(spot, "bottle", shadow, out);
    return;
  }
  const facing = -(spot.dx * spot.nx + spot.dy * spot.ny + spot.dz * spot.nz);
  const bend = 0.55 * (1 - facing);
  const [dx, dy, dz] = [spot.dx - bend * spot.nx, spot.dy, spot.dz - bend * 0.4 * spot.nz];
  const inverse = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
  background(behind, spot.x, y, spot.z, dx * inverse, dy * inverse, dz * inverse, shadow, out);
  const { red, green, blue } = out;
  const wall = 1 - smoothstep(0, 0.45, facing);
  const wine = 1 - smoothstep(2.42, 2.46, y);
  const clear = (0.5 + 0.5 * facing) * (1 - 0.62 * wine) * (1 - 0.55 * wall);
  illuminate(spot, "bottle", shadow, out);
  const rim = smoothstep(0.2, 0.75, spot.nx) * (1 - wall) * 0.09;
  out.red += red * clear * 0.24 + rim * 0.25;
  out.green += green * clear * 0.62 + rim;
  out.blue += blue * clear * 0.26 + rim * 0.3;
}
