import type { Tensor } from "../tensor";
import { paint } from "./paint";

/**
 * Three discs of red, green and blue light on black, each alone in its channel: `[side, side, 3]`.
 * Where two overlap their light adds up to yellow, cyan or magenta, and to white where all do.
 */
export function colorDiscs(side: number): Tensor {
  const middle = (side - 1) / 2;
  const radius = side * 0.27;
  const away = side * 0.165;
  return paint(side, 3, (row, column, channel) => {
    const angle = ((channel * 120 - 90) * Math.PI) / 180;
    const x = column - middle - away * Math.cos(angle);
    const y = row - middle - side * 0.03 - away * Math.sin(angle);
    return Math.min(Math.max(radius - Math.hypot(x, y) + 0.5, 0), 1);
  });
}
