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
  const centres = [0, 1, 2].map((channel) => {
    const angle = ((channel * 120 - 90) * Math.PI) / 180;
    return { x: away * Math.cos(angle), y: away * Math.sin(angle) };
  });
  return paint(side, 3, (row, column, channel) => {
    const x = column - middle - centres[channel]!.x;
    const y = row - middle - side * 0.03 - centres[channel]!.y;
    // Most pixels lie so far from a disc that their distance need not be known.
    if (Math.abs(x) > radius + 1 || Math.abs(y) > radius + 1) return 0;
    return Math.min(Math.max(radius - Math.sqrt(x * x + y * y) + 0.5, 0), 1);
  });
}
