import { background } from "./background";
import { eye } from "./eye";
import { paintBottle } from "./glass";
import { illuminate } from "./illuminate";
import type { Light } from "./illuminate";
import type { Shadow } from "./shadow";
import { createSpot } from "./spot";
import { bottleThing, things } from "./things";
import type { Thing } from "./things";

/** Looks at the scene along single rays. */
export interface Sampler {
  /** The light of the last look, linear. */
  readonly light: Light;
  /** The things that a row of the picture may show, y as in `look`. */
  thingsAt(y: number, reach: number): readonly Thing[];
  /**
   * Looks through a point of the picture; x and y from −1 to 1, y down.
   * @returns the thing met, or `null` for wall and table
   */
  look(x: number, y: number, candidates: readonly Thing[]): Thing | null;
}

export function createSampler(): Sampler {
  const spot = createSpot();
  const behind = createSpot();
  const shadow: Shadow = { open: 1, glass: 1, sky: 1 };
  const light: Light = { red: 0, green: 0, blue: 0 };
  const { forward, up, half } = eye;

  function look(x: number, y: number, candidates: readonly Thing[]): Thing | null {
    const [sx, sy] = [x * half, -y * half];
    const inverse = 1 / Math.sqrt(1 + sx * sx + sy * sy);
    const dx = sx * inverse;
    const dy = (forward[1] + sy * up[1]) * inverse;
    const dz = (forward[2] + sy * up[2]) * inverse;
    let nearest = Infinity;
    let met: Thing | null = null;
    for (let i = 0; i < candidates.length; i++) {
      const thing = candidates[i]!;
      const { disc } = thing;
      const ox = x - disc.x;
      const oy = y - disc.y;
      if (ox * ox + oy * oy > disc.radius * disc.radius) continue;
      const t = thing.meet(eye.x, eye.y, eye.z, dx, dy, dz);
      if (t < nearest) {
        nearest = t;
        met = thing;
      }
    }
    if (!met) {
      background(spot, eye.x, eye.y, eye.z, dx, dy, dz, shadow, light);
      return null;
    }
    spot.x = eye.x + nearest * dx;
    spot.y = eye.y + nearest * dy;
    spot.z = eye.z + nearest * dz;
    spot.dx = dx;
    spot.dy = dy;
    spot.dz = dz;
    spot.gloss = 0;
    spot.glow = 0;
    met.paint(spot);
    if (met === bottleThing) paintBottle(spot, behind, shadow, light);
    else illuminate(spot, met.caster, shadow, light);
    return met;
  }

  return {
    light,
    look,
    thingsAt: (y, reach) =>
      things.filter(({ disc }) => Math.abs(y - disc.y) <= disc.radius + reach),
  };
}
