import { grapes } from "./balls";
import type { Ball, Caster } from "./balls";
import type { Disc } from "./eye";
import { eye, outlineOf } from "./eye";
import { applePeel, grapeSkin, lemonPeel, orangePeel, pearPeel } from "./fruit";
import { glaze } from "./glaze";
import { apple, bottle, lemon, orange, pear, vase } from "./lathe";
import type { Lathe } from "./lathe";
import { latheNormal, marcher } from "./march";
import { castersAround } from "./shadow";
import { setColor } from "./spot";
import type { Spot } from "./spot";
import { meetStem, stems } from "./stem";
import type { Stem } from "./stem";

/** Something on the table. */
export interface Thing {
  /** From 0, in the order of `createThings`. */
  readonly index: number;
  /** Whether what is behind it shows through. */
  readonly glass: boolean;
  /** What can shade it. */
  readonly around: ReturnType<typeof castersAround>;
  /** Where to look for it in the picture. */
  readonly disc: Disc;
  /** Length of the way to it from the eye along the spot's direction; `Infinity` beyond `most`. */
  readonly meet: (ray: Spot, most: number) => number;
  /** Normal, colour and gloss at a spot on it. Not for the bottle, whose glass shows what is behind. */
  readonly paint: (spot: Spot) => void;
}

function bounds(caster: Caster, x: number, y: number, z: number, radius: number, across = radius) {
  return {
    glass: caster === "bottle",
    disc: outlineOf(x, y, z, radius, across),
    around: castersAround({ x, y, z, radius }, caster),
  };
}

type Unnumbered = Omit<Thing, "index">;

type Peel = (spot: Spot, x: number, y: number, z: number) => void;

function turned(caster: Caster, lathe: Lathe, peel: Peel): Unnumbered {
  const { radius, low, high } = lathe.within;
  const middle = lathe.lying?.height ?? (low + high) / 2;
  const reach = Math.hypot(radius, (high - low) / 2 + Math.abs(lathe.lying ? low + high : 0) / 2);
  return {
    ...bounds(caster, lathe.x, middle, lathe.z, reach, lathe.lying ? reach : radius),
    meet: marcher(lathe),
    paint(spot) {
      latheNormal(lathe, spot);
      peel(spot, spot.x - lathe.x, spot.y, spot.z - lathe.z);
    },
  };
}

function grape(ball: Ball, which: number): Unnumbered {
  const { x, y, z, radius } = ball;
  const [cx, cy, cz] = [eye.x - x, eye.y - y, eye.z - z];
  const outside = cx * cx + cy * cy + cz * cz - radius * radius;
  return {
    ...bounds("grapes", x, y, z, radius),
    meet({ dx, dy, dz }) {
      const b = cx * dx + cy * dy + cz * dz;
      const h = b * b - outside;
      return h > 0 ? -b - Math.sqrt(h) : Infinity;
    },
    paint(spot) {
      spot.nx = (spot.x - x) / radius;
      spot.ny = (spot.y - y) / radius;
      spot.nz = (spot.z - z) / radius;
      grapeSkin(spot, which);
    },
  };
}

function twig(stem: Stem, caster: Caster): Unnumbered {
  const { from, to, radius } = stem;
  const middle = (axis: 0 | 1 | 2) => (from[axis] + to[axis]) / 2;
  const half = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]) / 2 + radius;
  return {
    ...bounds(caster, middle(0), middle(1), middle(2), half),
    meet: ({ dx, dy, dz }) => meetStem(stem, eye.x, eye.y, eye.z, dx, dy, dz),
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

/** Everything on the table, roughly from near to far. */
export function createThings(): readonly Thing[] {
  return [
    turned("lemon", lemon, lemonPeel),
    ...grapes.map(grape),
    turned("orange", orange, orangePeel),
    turned("apple", apple, applePeel),
    twig(stems[0]!, "apple"),
    turned("pear", pear, pearPeel),
    twig(stems[1]!, "pear"),
    twig(stems[2]!, "grapes"),
    turned("bottle", bottle, () => {}),
    turned("vase", vase, glaze),
  ].map((thing, index) => ({ ...thing, index }));
}
