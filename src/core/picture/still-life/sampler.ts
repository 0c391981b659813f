import { createBackground } from "./background";
import { eye } from "./eye";
import { paintBottle } from "./glass";
import { illuminate } from "./illuminate";
import type { Light } from "./illuminate";
import { castShadows, createShadow } from "./shadow";
import { createSpot } from "./spot";
import { createThings } from "./things";
import type { Thing } from "./things";

/** Looks at the scene along single rays. */
export interface Sampler {
  /** The light of the last look, linear. */
  readonly light: Light;
  /** The things that a row of the picture may show, y as in `look`. */
  thingsAt(y: number, reach: number): readonly Thing[];
  /**
   * Looks through a point of the picture; x and y from −1 to 1, y down.
   * @returns number of the thing met, or −1 for wall and table
   */
  look(x: number, y: number, candidates: readonly Thing[]): number;
}

export function createSampler(): Sampler {
  const spot = createSpot();
  const behind = createSpot();
  const shadow = createShadow();
  const seen = createShadow();
  const light: Light = { red: NaN, green: NaN, blue: NaN };
  const background = createBackground();
  const things = createThings();
  const { half } = eye;
  const [, forwardY, forwardZ] = eye.forward;
  const [, upY, upZ] = eye.up;

  function look(x: number, y: number, candidates: readonly Thing[]): number {
    const sx = x * half;
    const sy = -y * half;
    const inverse = 1 / Math.sqrt(1 + sx * sx + sy * sy);
    spot.dx = sx * inverse;
    spot.dy = (forwardY + sy * upY) * inverse;
    spot.dz = (forwardZ + sy * upZ) * inverse;
    let nearest = Infinity;
    let met: Thing | null = null;
    for (let i = 0; i < candidates.length; i++) {
      const thing = candidates[i]!;
      const { disc } = thing;
      const ox = x - disc.x;
      if (ox > disc.wide || ox < -disc.wide) continue;
      const oy = y - disc.y;
      if (ox * ox + oy * oy > disc.radius * disc.radius) continue;
      const t = thing.meet(spot, nearest);
      if (t < nearest) {
        nearest = t;
        met = thing;
      }
    }
    if (!met) {
      spot.x = eye.x;
      spot.y = eye.y;
      spot.z = eye.z;
      background(spot, shadow, light);
      return -1;
    }
    spot.x = eye.x + nearest * spot.dx;
    spot.y = eye.y + nearest * spot.dy;
    spot.z = eye.z + nearest * spot.dz;
    spot.gloss = 0;
    spot.glow = 0;
    met.paint(spot);
    castShadows(spot, met.around, shadow);
    if (met.glass) paintBottle(spot, behind, background, shadow, seen, light);
    else illuminate(spot, shadow, light);
    return met.index;
  }

  return {
    light,
    look,
    thingsAt: (y, reach) =>
      things.filter(({ disc }) => Math.abs(y - disc.y) <= disc.radius + reach),
  };
}
