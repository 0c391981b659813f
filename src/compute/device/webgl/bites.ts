import type { Breathe } from "../../jobs/job";
import type { Texture, WebglContext } from "./context";
import type { Draw, Rect } from "./draw";

/** Products that a device is given at a time: well under a second of the slowest. */
const BITE = 4e7;

/**
 * Draws a part of a target in strips of some `BITE` products each, waits for every one of them and
 * breathes in between: a driver kills a draw that takes too long, and nobody could stop it.
 */
export async function drawInBites(
  context: WebglContext,
  draw: Omit<Draw, "rects" | "target"> & { readonly target: Texture },
  products: number,
  breathe: Breathe,
  { x, y, width, height }: Rect = { x: 0, y: 0, ...sizeOf(draw.target) },
): Promise<void> {
  const rows = Math.max(1, Math.floor((height * BITE) / Math.max(products, 1)));
  for (let at = 0; at < height; at += rows) {
    const rect = { x, y: y + at, width, height: Math.min(rows, height - at) };
    context.draw({ ...draw, rects: [rect] });
    if (at + rows >= height) return;
    await passed(context);
    await breathe();
    context.activate();
  }
}

const sizeOf = ({ width, height }: Texture) => ({ width, height });

/** Waits until the device has done what it was given. */
async function passed(context: WebglContext): Promise<void> {
  const { release, ...texel } = context.target(1, 1);
  try {
    await context.read([{ ...texel, kind: "float" }]);
  } finally {
    release();
  }
}
