import type { Background } from "./background";
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
export function paintBottle(
  spot: Spot,
  behind: Spot,
  background: Background,
  shadow: Shadow,
  seen: Shadow,
  out: Light,
): void {
  const { y } = spot;
  if (bottleSkin(spot, spot.x - bottle.x, y, spot.z - bottle.z) !== "glass") {
    illuminate(spot, shadow, out);
    return;
  }
  const facing = -(spot.dx * spot.nx + spot.dy * spot.ny + spot.dz * spot.nz);
  const bend = 0.55 * (1 - facing);
  const dx = spot.dx - bend * spot.nx;
  const dz = spot.dz - bend * 0.4 * spot.nz;
  const inverse = 1 / Math.sqrt(dx * dx + spot.dy * spot.dy + dz * dz);
  behind.x = spot.x;
  behind.y = y;
  behind.z = spot.z;
  behind.dx = dx * inverse;
  behind.dy = spot.dy * inverse;
  behind.dz = dz * inverse;
  background(behind, seen, out);
  const { red, green, blue } = out;
  const wall = 1 - smoothstep(0, 0.45, facing);
  const wine = 1 - smoothstep(2.42, 2.46, y);
  const clear = (0.5 + 0.5 * facing) * (1 - 0.62 * wine) * (1 - 0.55 * wall);
  illuminate(spot, shadow, out);
  const rim = smoothstep(0.2, 0.75, spot.nx) * (1 - wall) * 0.09;
  out.red += red * clear * 0.24 + rim * 0.25;
  out.green += green * clear * 0.62 + rim;
  out.blue += blue * clear * 0.26 + rim * 0.3;
}
