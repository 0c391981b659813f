import type { Shadow } from "./shadow";
import type { Spot } from "./spot";
import { sun, windowSeen } from "./window-light";

/** Linear light; 1 is a white sheet in good light. */
export interface Light {
  red: number;
  green: number;
  blue: number;
}

/** Adds up what a spot sends to the eye: warm sun, cool room, and the window's mirror image. */
export function illuminate(spot: Spot, shadow: Shadow, out: Light): void {
  const { nx, ny, nz, glow } = spot;
  const facing = nx * sun.x + ny * sun.y + nz * sun.z;
  const wrapped = Math.max((facing + glow) / (1 + glow), 0);
  const light = shadow.window * shadow.open * wrapped * 2.5;
  const g = shadow.glass;
  const fromWindow = 0.5 - 0.4 * nx + 0.25 * nz;
  const room = shadow.sky * (0.17 + 0.16 * Math.max(fromWindow, 0) + 0.1 * ny);
  const bounce = shadow.sky * 0.1 * Math.max(0.4 - ny, 0);
  out.red = spot.red * (light * (0.1 + 0.9 * g) + room * 0.92 + bounce * 1.2);
  out.green = spot.green * (light * 0.86 * (0.22 + 0.78 * g) + room * 1.0 + bounce * 0.8);
  out.blue = spot.blue * (light * 0.64 * (0.08 + 0.92 * g) + room * 1.2 + bounce * 0.5);
  if (spot.gloss > 0) addMirrorImage(spot, shadow.open, out);
}

/** The window and the bright room as a glossy surface mirrors them, stronger at grazing angles. */
function addMirrorImage(spot: Spot, open: number, out: Light): void {
  const { nx, ny, nz, dx, dy, dz } = spot;
  const against = dx * nx + dy * ny + dz * nz;
  const rx = dx - 2 * against * nx;
  const ry = dy - 2 * against * ny;
  const rz = dz - 2 * against * nz;
  const grazing = 1 - Math.min(Math.max(-against, 0), 1);
  const squared = grazing * grazing;
  const mirror = spot.gloss * (0.05 + 0.6 * squared * squared * grazing);
  const pane = windowSeen(spot.x, spot.y, spot.z, rx, ry, rz) * (0.35 + 0.65 * open);
  const room = 0.16 + 0.22 * Math.max(ry, 0) + 0.12 * Math.max(rz, 0);
  out.red += mirror * (pane * 14 + room);
  out.green += mirror * (pane * 14.4 + room);
  out.blue += mirror * (pane * 15 + room * 1.15);
}
