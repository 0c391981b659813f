import { noise, stripe, toNearest } from "./noise";
import { blend, setColor } from "./spot";
import type { Spot } from "./spot";

/** White glaze with cobalt painting by hand: bands, a lattice with dots, and leaves. */
export function glaze(spot: Spot, x: number, y: number, z: number): void {
  const radius = Math.sqrt(x * x + z * z);
  const around = Math.atan2(x, z);
  const cloud = noise(around * 2, y * 2);
  setColor(spot, 0.8 - 0.05 * cloud, 0.81 - 0.04 * cloud, 0.78);
  if (radius < 0.4 && y > 1.9 && spot.ny < 0.7) setColor(spot, 0.1, 0.1, 0.1);
  const hand = (noise(around * 7 + 3, y * 5) - 0.5) * 0.02;
  const h = y + hand;
  const bands =
    stripe(h - 0.42, 0.03, 0.012) +
    stripe(h - 0.52, 0.012, 0.01) +
    stripe(h - 1.72, 0.03, 0.012) +
    stripe(h - 1.62, 0.012, 0.01) +
    stripe(h - 2.32, 0.02, 0.01) +
    stripe(h - 2.6, 0.035, 0.02);
  const ink = Math.min(bands + lattice(around, h) + neckLines(around, h), 1);
  const wash = 0.72 + 0.28 * noise(around * 9, y * 8 + 4);
  blend(spot, 0.03, 0.07, 0.36, ink * wash);
  spot.gloss = 1;
  spot.glow = 0.05;
}

/** Crossing diagonals around the belly, with a dot in every field. */
function lattice(around: number, h: number): number {
  if (h < 0.56 || h > 1.58) return 0;
  const step = Math.PI / 9;
  const rise = (h - 1.07) / 1.46;
  const p = toNearest(around + rise, step) / step;
  const q = toNearest(around - rise, step) / step;
  const line = Math.max(stripe(p, 0.05, 0.03), stripe(q, 0.05, 0.03));
  const s = 0.5 - Math.abs(p);
  const t = 0.5 - Math.abs(q);
  return Math.max(line, stripe(Math.sqrt(s * s + t * t), 0.17, 0.04) * 0.85);
}

function neckLines(around: number, h: number): number {
  if (h < 1.78 || h > 2.26) return 0;
  const width = 0.055 * Math.sin(((h - 1.78) / 0.48) * Math.PI);
  return stripe(toNearest(around, Math.PI / 8), Math.max(width, 0.004), 0.015);
}
