import { cloth } from "./cloth";
import { hash, mix, noise, smoothstep } from "./noise";
import { blend, setColor, tilt } from "./spot";
import type { Spot } from "./spot";

/** Where the wall stands, and where the table ends towards the painter. */
export const wallZ = -3;
export const tableEnd = 2.55;
export const tableThickness = 0.34;

/** Old plaster: broad stains, fine grain. */
export function plaster(spot: Spot): void {
  const { x, y } = spot;
  const stain = noise(x * 0.7 + 3, y * 0.6) * 0.6 + noise(x * 2.3, y * 2.1 + 7) * 0.4;
  const grain = noise(x * 17, y * 15) - 0.5;
  const speck = noise(x * 41 + 5, y * 43) - 0.5;
  const shade = 0.86 + 0.22 * stain + 0.05 * grain + 0.05 * speck;
  setColor(spot, 0.52 * shade, 0.49 * shade, 0.43 * shade);
  tilt(spot, grain * 0.12, speck * 0.12, 0);
}

/** The table's top and its front edge, with the cloth over both. */
export function table(spot: Spot): void {
  const unrolled = spot.z + Math.max(-spot.y, 0);
  if (cloth(spot, unrolled)) return;
  planks(spot, spot.x, unrolled, spot.y < -0.01);
}

const plankWidth = 0.92;

function planks(spot: Spot, x: number, z: number, front: boolean): void {
  const shifted = x + 0.36;
  const plank = Math.floor(shifted / plankWidth);
  const across = shifted - plank * plankWidth;
  const tone = hash(plank, 11);
  const seam = Math.min(across, plankWidth - across);
  const wave = noise(across * 2.6 + plank * 19, z * 0.32 + plank * 5);
  const rings = wave * 9 + across * 2.2;
  const ring = Math.abs(rings - Math.round(rings)) * 2;
  const fibre = noise(x * 46, z * 1.7 + plank * 3);
  const pores = smoothstep(0.74, 0.95, noise(x * 90, z * 4.5));
  const light =
    mix(0.62, 1, tone) * (0.72 + 0.3 * ring) * (0.82 + 0.32 * fibre) * (1 - 0.4 * pores);
  setColor(spot, 0.4 * light, 0.225 * light, 0.105 * light);
  blend(spot, 0.02, 0.012, 0.008, 1 - smoothstep(0.006, 0.03, seam));
  if (front) return;
  tilt(spot, (fibre - 0.5) * 0.1, 0, 0);
  spot.gloss = 0.32 * (0.6 + 0.4 * fibre);
}
