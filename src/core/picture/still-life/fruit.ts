import { lemon } from "./lathe";
import { mix, noise, smoothstep } from "./noise";
import { blend, setColor, tilt } from "./spot";
import type { Spot } from "./spot";

/** Streaks of red over yellow, paler in the hollow, with pale dots. */
export function applePeel(spot: Spot, x: number, y: number, z: number): void {
  const around = Math.atan2(z, x) * 4;
  const streak = noise(around * 3.1, y * 1.6) * 0.6 + noise(around * 8, y * 2.5 + 3) * 0.4;
  const blush = smoothstep(0.25, 0.6, streak * 0.6 + 0.3 * (0.5 - 0.5 * spot.nx) + 0.16);
  setColor(spot, mix(0.78, 0.6, blush), mix(0.56, 0.035, blush), mix(0.1, 0.03, blush));
  const radius = Math.sqrt(x * x + z * z);
  blend(spot, 0.5, 0.46, 0.12, 0.85 * (1 - smoothstep(0.06, 0.26, radius)));
  blend(spot, 0.9, 0.72, 0.4, 0.55 * smoothstep(0.83, 0.93, noise(around * 6 + 9, y * 19)));
  spot.gloss = 0.9;
  spot.glow = 0.08;
}

/** Yellow-green with a blush on the sunny side and brown freckles. */
export function pearPeel(spot: Spot, x: number, y: number, z: number): void {
  const around = Math.atan2(z, x) * 3;
  const cloud = noise(around * 1.2 + 2, y * 1.7);
  setColor(spot, mix(0.5, 0.72, cloud), mix(0.52, 0.58, cloud), 0.1);
  blend(
    spot,
    0.68,
    0.24,
    0.07,
    0.65 * smoothstep(0.45, 0.9, noise(around + 5, y * 1.1) + 0.25 * spot.nx),
  );
  blend(spot, 0.26, 0.17, 0.05, 0.6 * smoothstep(0.78, 0.9, noise(around * 9, y * 21)));
  blend(spot, 0.3, 0.19, 0.06, 0.8 * smoothstep(1.52, 1.7, y));
  spot.gloss = 0.45;
  spot.glow = 0.14;
}

/** A pitted peel: the normal is pushed about by fine noise. */
function pitted(spot: Spot, x: number, y: number, z: number, scale: number, depth: number): number {
  const a = noise(x * scale + z * scale * 0.6, y * scale);
  const b = noise(z * scale + 31, y * scale + x * scale * 0.6);
  const c = noise(x * scale + 57, z * scale + 13);
  tilt(spot, (a - 0.5) * depth, (b - 0.5) * depth, (c - 0.5) * depth);
  return a * b;
}

export function orangePeel(spot: Spot, x: number, y: number, z: number): void {
  const pit = pitted(spot, x, y, z, 15, 0.34);
  const tone = noise(x * 2 + 3, y * 2 + z);
  setColor(spot, mix(0.82, 0.95, tone), mix(0.27, 0.38, tone) * (0.85 + 0.4 * pit), 0.02);
  blend(
    spot,
    0.3,
    0.3,
    0.05,
    0.9 * (1 - smoothstep(0.05, 0.12, Math.hypot(x - 0.12, z - 0.2))) * (y > 1 ? 1 : 0),
  );
  spot.gloss = 0.55;
  spot.glow = 0.16;
}

export function lemonPeel(spot: Spot, x: number, y: number, z: number): void {
  const { cosine, sine } = lemon.lying!;
  const along = Math.abs(x * cosine + z * sine);
  pitted(spot, x, y, z, 17, 0.26);
  setColor(spot, 0.9, 0.7, 0.06);
  blend(spot, 0.55, 0.55, 0.1, 0.6 * smoothstep(0.5, 0.8, along));
  spot.gloss = 0.6;
  spot.glow = 0.2;
}

/** Dark skin under a pale bloom that is rubbed off in places; light glows through. */
export function grapeSkin(spot: Spot, which: number): void {
  const tone = noise(which * 1.7, 3.3);
  setColor(spot, mix(0.1, 0.22, tone), mix(0.02, 0.035, tone), mix(0.1, 0.08, tone));
  const bloom = noise(spot.nx * 2.2 + which * 5, spot.ny * 2.2 + spot.nz);
  blend(spot, 0.36, 0.35, 0.48, 0.5 * smoothstep(0.45, 0.85, bloom));
  spot.gloss = mix(1, 0.35, bloom);
  spot.glow = 0.3;
}
