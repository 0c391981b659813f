import { eachPoint } from "./handwriting";
import type { Path } from "./path";

/** Scales paths in place so that the longer side of their bounds is `length`, centred at 0, 0. */
export function fitToBox(paths: readonly Path[], length: number): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPoint(paths, (path, at) => {
    left = Math.min(left, path[at]!);
    right = Math.max(right, path[at]!);
    top = Math.min(top, path[at + 1]!);
    bottom = Math.max(bottom, path[at + 1]!);
  });
  const scale = length / Math.max(right - left, bottom - top, 1e-3);
  eachPoint(paths, (path, at) => {
    path[at] = (path[at]! - (left + right) / 2) * scale;
    path[at + 1] = (path[at + 1]! - (top + bottom) / 2) * scale;
  });
}

/** `[x, y]` of the centre of mass of lines of even thickness. */
export function centerOfMass(paths: readonly Path[]): readonly [number, number] {
  let [x, y, mass] = [0, 0, 0];
  for (const path of paths) {
    for (let at = 2; at < path.length; at += 2) {
      const fromX = path[at - 2]!;
      const fromY = path[at - 1]!;
      const toX = path[at]!;
      const toY = path[at + 1]!;
      const length = Math.sqrt((toX - fromX) ** 2 + (toY - fromY) ** 2) + 1e-6;
      x += ((fromX + toX) / 2) * length;
      y += ((fromY + toY) / 2) * length;
      mass += length;
    }
  }
  return [x / mass, y / mass];
}

/** Scales paths in place, away from 0, 0. */
export function scale(paths: readonly Path[], factor: number): void {
  for (const path of paths) for (let at = 0; at < path.length; at++) path[at] = path[at]! * factor;
}

/** Moves paths in place. */
export function translate(paths: readonly Path[], dx: number, dy: number): void {
  eachPoint(paths, (path, at) => {
    path[at] = path[at]! + dx;
    path[at + 1] = path[at + 1]! + dy;
  });
}
