import { casters } from "./balls";
import type { Ball, Caster } from "./balls";
import type { Spot } from "./spot";
import { sun, sunThroughWindow } from "./window-light";

/** What the things and the walls around a spot leave of its light. */
export interface Shadow {
  /** Share of the sun that the window lets through. */
  window: number;
  /** Share of the sun that passes all opaque things. */
  open: number;
  /** Share of the sun that passes the bottle; its glass lets some green through. */
  glass: number;
  /** Share of the room's light that reaches the spot. */
  sky: number;
}

export function createShadow(): Shadow {
  return { window: NaN, open: NaN, glass: NaN, sky: NaN };
}

/** A stand-in as the shadows need it: plain numbers, side by side. */
type CastingBall = Ball & { readonly ofBottle: boolean };

/** How near a stand-in must be to darken the room's light, in radii. */
const near = Math.sqrt(12);

/** The stand-ins that can shade anything within a ball, but for the thing's own. */
export function castersAround(within: Ball, own: Caster | null): readonly CastingBall[] {
  return casters
    .filter((caster) => {
      if (caster.of === own) return false;
      const [ox, oy, oz] = [caster.x - within.x, caster.y - within.y, caster.z - within.z];
      const squared = ox * ox + oy * oy + oz * oz;
      if (Math.sqrt(squared) < near * caster.radius + within.radius) return true;
      const along = ox * sun.x + oy * sun.y + oz * sun.z;
      const passing = Math.sqrt(Math.max(squared - along * along, 0));
      const soft = 0.05 * (along + within.radius) + 0.02;
      return along + within.radius > 0 && passing - within.radius < caster.radius + soft;
    })
    .map(({ x, y, z, radius, of }) => ({ x, y, z, radius, ofBottle: of === "bottle" }));
}

/**
 * Soft shadows and contact shadows of the balls that stand in for the things, and of the window's
 * bars.
 * Source: Iñigo Quílez, "Sphere soft shadow" and "Sphere ambient occlusion" (formulas).
 */
export function castShadows(spot: Spot, around: readonly CastingBall[], shadow: Shadow): void {
  const { x, y, z, nx, ny, nz } = spot;
  let open = 1;
  let glass = 1;
  let sky = 1;
  for (let i = 0; i < around.length; i++) {
    const caster = around[i]!;
    const ox = caster.x - x;
    const oy = caster.y - y;
    const oz = caster.z - z;
    const squared = ox * ox + oy * oy + oz * oz;
    const r = caster.radius;
    if (squared < 12 * r * r) {
      const facing = ox * nx + oy * ny + oz * nz;
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
    if (caster.ofBottle) glass = Math.min(glass, light);
    else open = Math.min(open, light);
  }
  shadow.window = sunThroughWindow(x, y, z);
  shadow.open = open;
  shadow.glass = glass;
  shadow.sky = sky;
}
