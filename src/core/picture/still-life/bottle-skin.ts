import { noise, smoothstep, stripe, toNearest } from "./noise";
import { blend, setColor, tilt } from "./spot";
import type { Spot } from "./spot";

/** What covers the glass at a spot of the bottle, from its axis. */
export type BottleSkin = "glass" | "label" | "cork";

export function bottleSkin(spot: Spot, x: number, y: number, z: number): BottleSkin {
  const around = Math.atan2(x, z) - 0.12;
  if (y > 3.84) {
    setColor(spot, 0.5, 0.34, 0.18);
    return "cork";
  }
  if (y > 3.15 && y < 3.6) {
    setColor(spot, 0.32, 0.03, 0.04);
    spot.gloss = 0.4;
    return "label";
  }
  if (y < 0.62 || y > 1.8 || Math.abs(around) > 1.25) {
    setColor(spot, 0.01, 0.03, 0.015);
    spot.gloss = 1;
    return "glass";
  }
  label(spot, around, y);
  return "label";
}

/** Paper with a frame, a crest, and lines of small print. */
function label(spot: Spot, around: number, y: number): void {
  const paper = noise(around * 30, y * 50);
  setColor(spot, 0.76 + 0.06 * paper, 0.7 + 0.06 * paper, 0.54 + 0.05 * paper);
  tilt(spot, 0, (paper - 0.5) * 0.05, 0);
  const edge = Math.min(1.25 - Math.abs(around), (y - 0.62) * 1.7, (1.8 - y) * 1.7);
  blend(spot, 0.45, 0.05, 0.05, stripe(edge - 0.12, 0.022, 0.015));
  const crest = Math.hypot(around * 0.6, y - 1.46);
  blend(spot, 0.5, 0.06, 0.05, 1 - smoothstep(0.125, 0.145, crest));
  blend(spot, 0.8, 0.62, 0.2, stripe(crest - 0.09, 0.016, 0.012));
  if (y < 1.22 && y > 0.76 && Math.abs(around) < 0.85) {
    const word = noise(around * 26, Math.floor(y / 0.1) * 7.3) > 0.32 ? 1 : 0;
    blend(spot, 0.1, 0.08, 0.07, 0.85 * word * stripe(toNearest(y - 0.03, 0.1), 0.022, 0.012));
  }
}
