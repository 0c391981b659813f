import { noise, smoothstep, stripe, toNearest } from "./noise";
import { blend, setColor, tilt } from "./spot";
import type { Spot } from "./spot";

const middle = { x: 0.55, z: 1.55 } as const;
const turn = { cosine: 0.9553, sine: -0.2955 } as const;
const halfLength = 1.95;
const halfWidth = 1.18;
const fringe = 0.17;
const thread = 0.062;

/**
 * Paints the cloth if it covers the spot of the table `unrolled` towards the painter: linen with
 * blue and red stripes, a visible weave, a hem, and fringes at both ends.
 */
export function cloth(spot: Spot, unrolled: number): boolean {
  const px = spot.x - middle.x;
  const pz = unrolled - middle.z;
  const u = px * turn.cosine + pz * turn.sine;
  const v = pz * turn.cosine - px * turn.sine;
  const overLength = Math.abs(u) - halfLength;
  if (overLength > fringe || Math.abs(v) > halfWidth) return false;
  if (overLength > 0) {
    const sway = (noise(v * 9, u * 5) - 0.5) * 0.03;
    if (Math.abs(toNearest(v + sway, 0.075)) > 0.021) return false;
    setColor(spot, 0.72, 0.68, 0.56);
    return true;
  }
  setColor(spot, 0.8, 0.76, 0.66);
  paintStripes(spot, u, v);
  weave(spot, u, v);
  folds(spot, u, v);
  const hem = Math.min(halfWidth - Math.abs(v), -overLength);
  blend(spot, 0.3, 0.27, 0.2, 0.45 * stripe(hem - 0.075, 0.012, 0.01));
  return true;
}

function paintStripes(spot: Spot, u: number, v: number): void {
  const soft = 0.008;
  const a = Math.abs(u);
  const blue =
    stripe(a - 1.55, 0.16, soft) + stripe(a - 1.27, 0.03, soft) + stripe(a - 1.83, 0.03, soft);
  const red =
    stripe(a - 0.75, 0.055, soft) + stripe(a - 0.6, 0.02, soft) + stripe(a - 0.9, 0.02, soft);
  const fine = a < 0.46 ? stripe(toNearest(u, 0.115), 0.024, soft) : 0;
  blend(spot, 0.06, 0.13, 0.36, Math.min(blue, 1));
  blend(spot, 0.55, 0.06, 0.05, Math.min(red, 1));
  blend(spot, 0.09, 0.18, 0.4, fine);
  const across = stripe(Math.abs(v) - 0.95, 0.035, soft) + stripe(Math.abs(v) - 0.86, 0.012, soft);
  blend(spot, 0.06, 0.13, 0.36, 0.75 * Math.min(across, 1));
}

/** Over and under: neighbouring threads rise by turns, each rounded across. */
function weave(spot: Spot, u: number, v: number): void {
  const column = Math.floor(u / thread);
  const row = Math.floor(v / thread);
  const s = u / thread - column - 0.5;
  const t = v / thread - row - 0.5;
  const over = ((column + row) & 1) === 0;
  const across = over ? s : t;
  const along = over ? t : s;
  const bright = (1.12 - 1.5 * across * across) * (1 - 0.5 * along * along);
  const uneven = 0.92 + 0.16 * noise(u * 31, v * 29);
  const shade = bright * uneven;
  setColor(spot, spot.red * shade, spot.green * shade, spot.blue * shade);
  if (over) tilt(spot, across * 0.5, 0, 0);
  else tilt(spot, 0, 0, across * 0.5);
}

/** Ironed creases and a few soft waves. */
function folds(spot: Spot, u: number, v: number): void {
  const wave = noise(u * 1.3 + 4, v * 1.1) - noise(u * 1.3 + 4.35, v * 1.1 + 0.2);
  const crease =
    (1 - smoothstep(0, 0.07, Math.abs(u))) * Math.sign(u) + 0.6 * stripe(v - 0.1, 0.05, 0.05);
  tilt(spot, wave * 0.9 + crease * 0.14, 0, wave * 0.7);
}
