import { casters } from "./balls";
import type { Caster } from "./balls";
import type { Spot } from "./spot";
import { sun } from "./window-light";

/** What the things around a spot take away from its light. */
export interface Shadow {
  /** Share of the sun that passes all opaque things. */
  open: number;
  /** Share of the sun that passes the bottle; its glass lets some green through. */
  glass: number;
  /** Share of the room's light that reaches the spot. */
  sky: number;
}

/**
 * Soft shadows and contact shadows of the balls that stand in for the things.
 * Source: Iñigo Quílez, "Sphere soft shadow" and "Sphere ambient occlusion" (formulas).
 */
export function castShadows(spot: Spot, own: Caster | null, shadow: Shadow): void {
  let open = 1;
  let glass = 1;
  let sky = 1;
  for (let i = 0; i < casters.length; i++) {
    const caster = casters[i]!;
    if (caster.of === own) continue;
    const ox = caster.x - spot.x;
    const oy = caster.y - spot.y;
    const oz = caster.z - spot.z;
    const squared = ox * ox + oy * oy + oz * oz;
    const r = caster.radius;
    if (squared < 12 * r * r) {
      const facing = ox * spot.nx + oy * spot.ny + oz * spot.nz;
      if (facing > 0)
        sky *= 1 - Math.min((0.85 * facing * r * r) / (squared * Math.sqrt(squared)), 0.9);
    }
    const along = ox * sun.x + oy * sun.y + oz * sun.z;
    if (along <= 0) continue;
    const passing = squared - along * along;
    const soft = 0.05 * along + 0.02;
    if (passing >= (r + soft) * (r + soft)) continue;
    const t = (Math.sqrt(Math.max(passing, 0)) - r + soft) / (2 * soft);
    const light = t <= 0 ? 0 : t * t * (3 - 2 * t);
    if (caster.of === "bottle") glass = Math.min(glass, light);
    else open = Math.min(open, light);
  }
  shadow.open = open;
  shadow.glass = glass;
  shadow.sky = sky;
}
