import { grapes } from "./balls";
import type { Ball, Caster } from "./balls";
import type { Disc } from "./eye";
import { outlineOf } from "./eye";
import { applePeel, grapeSkin, lemonPeel, orangePeel, pearPeel } from "./fruit";
import { glaze } from "./glaze";
import { apple, bottle, lemon, orange, pear, vase } from "./lathe";
import type { Lathe } from "./lathe";
import { latheNormal, march } from "./march";
import { setColor } from "./spot";
import type { Spot } from "./spot";
import { meetStem, stems } from "./stem";
import type { Stem } from "./stem";

/** Something on the table. */
export interface Thing {
  readonly caster: Caster;
  /** Where to look for it in the picture. */
  readonly disc: Disc;
  /** Length of the way along a ray to it, or `Infinity`. */
  meet(x: number, y: number, z: number, dx: number, dy: number, dz: number): number;
  /** Normal, colour and gloss at a spot on it. Not for the bottle, whose glass shows what is behind. */
  paint(spot: Spot): void;
}

type Peel = (spot: Spot, x: number, y: number, z: number) => void;

function turned(caster: Caster, lathe: Lathe, peel: Peel): Thing {
  return {
    caster,
    disc: outlineOf(lathe.x, lathe.middle, lathe.z, lathe.reach),
    meet: (x, y, z, dx, dy, dz) => march(lathe, x, y, z, dx, dy, dz),
    paint(spot) {
      latheNormal(lathe, spot);
      peel(spot, spot.x - lathe.x, spot.y, spot.z - lathe.z);
    },
  };
}

function grape(ball: Ball, which: number): Thing {
  return {
    caster: "grapes",
    disc: outlineOf(ball.x, ball.y, ball.z, ball.radius),
    meet(x, y, z, dx, dy, dz) {
      const [cx, cy, cz] = [x - ball.x, y - ball.y, z - ball.z];
      const b = cx * dx + cy * dy + cz * dz;
      const h = b * b - (cx * cx + cy * cy + cz * cz - ball.radius * ball.radius);
      return h > 0 ? -b - Math.sqrt(h) : Infinity;
    },
    paint(spot) {
      spot.nx = (spot.x - ball.x) / ball.radius;
      spot.ny = (spot.y - ball.y) / ball.radius;
      spot.nz = (spot.z - ball.z) / ball.radius;
      grapeSkin(spot, which);
    },
  };
}

function twig(stem: Stem, caster: Caster): Thing {
  const { from, to, radius } = stem;
  const middle = (axis: 0 | 1 | 2) => (from[axis] + to[axis]) / 2;
  const half = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]) / 2 + radius;
  return {
    caster,
    disc: outlineOf(middle(0), middle(1), middle(2), half),
    meet: (x, y, z, dx, dy, dz) => meetStem(stem, x, y, z, dx, dy, dz),
    paint(spot) {
      const t = (spot.y - from[1]) / (to[1] - from[1]);
      spot.nx = (spot.x - from[0] - t * (to[0] - from[0])) / radius;
      spot.ny = 0.2;
      spot.nz = (spot.z - from[2] - t * (to[2] - from[2])) / radius;
      setColor(spot, 0.2, 0.13, 0.06);
      spot.gloss = 0.1;
    },
  };
}

export const bottleThing = turned("bottle", bottle, () => {});

export const things: readonly Thing[] = [
  bottleThing,
  turned("vase", vase, glaze),
  turned("apple", apple, applePeel),
  turned("pear", pear, pearPeel),
  turned("lemon", lemon, lemonPeel),
  turned("orange", orange, orangePeel),
  ...grapes.map(grape),
  twig(stems[0]!, "apple"),
  twig(stems[1]!, "pear"),
  twig(stems[2]!, "grapes"),
];
