import { castersAround, castShadows } from "./shadow";
import type { Shadow } from "./shadow";
import { illuminate } from "./illuminate";
import type { Light } from "./illuminate";
import { createLightMap } from "./light-map";
import { plaster, table, tableEnd, tableThickness, wallZ } from "./room";
import { setColor } from "./spot";
import type { Spot } from "./spot";

/**
 * Follows a ray from the spot along its direction to the wall or the table, moves the spot there,
 * and paints and lights it.
 */
export type Background = (spot: Spot, shadow: Shadow, out: Light) => void;

export function createBackground(): Background {
  const onWall = createLightMap("wall", wallZ, 0.08);
  const onTable = createLightMap("table", 0, 0.04);
  const atFront = castersAround({ x: 0, y: 0, z: tableEnd, radius: 4 }, null);

  return (spot, shadow, out) => {
    spot.gloss = 0;
    spot.glow = 0;
    const toTable = spot.dy < 0 ? -spot.y / spot.dy : Infinity;
    const toWall = (wallZ - spot.z) / spot.dz;
    if (toTable >= toWall) {
      go(spot, toWall);
      face(spot, 0, 1);
      onWall.read(spot, shadow);
      plaster(spot);
      illuminate(spot, shadow, out);
    } else if (spot.z + toTable * spot.dz <= tableEnd) {
      go(spot, toTable);
      face(spot, 1, 0);
      onTable.read(spot, shadow);
      table(spot);
      illuminate(spot, shadow, out);
    } else {
      go(spot, (tableEnd - spot.z) / spot.dz);
      face(spot, 0, 1);
      const front = spot.y > -tableThickness;
      if (front) table(spot);
      else setColor(spot, 0.03, 0.026, 0.024);
      castShadows(spot, atFront, shadow);
      illuminate(spot, shadow, out);
      dim(out, front ? 0.75 : 0.3);
    }
  };
}

function go(spot: Spot, way: number): void {
  spot.x += way * spot.dx;
  spot.y += way * spot.dy;
  spot.z += way * spot.dz;
}

function face(spot: Spot, up: number, forward: number): void {
  spot.nx = 0;
  spot.ny = up;
  spot.nz = forward;
}

function dim(light: Light, factor: number): void {
  light.red *= factor;
  light.green *= factor;
  light.blue *= factor;
}
