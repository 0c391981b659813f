import type { ColorScale } from "../../compute/types";
import { colorize } from "../../core/color/colorize";
import { resolveLimit } from "../../core/color/scale";
import type { Picture } from "../../viz/map/picture";
import type { Measure } from "./measures";
import type { Display } from "./state";

/** The scale of a map that holds these numbers. */
export function scaleOf(display: Display, measure: Measure | null): ColorScale {
  if (display === "signed") return { kind: "signed", limit: "auto" };
  if (display === "picture" || !measure) return { kind: "clip", low: 0, high: 1 };
  const { min, max } = measure;
  // All alike: grey in the middle.
  const half = max > min ? 0 : Math.abs(max) / 2 || 0.5;
  return { kind: "clip", low: min - half, high: max + half };
}

export function limitOf(scale: ColorScale, measure: Measure | null): number {
  return measure ? resolveLimit(scale, measure) : 1;
}

/** Paints a square map; the same map on the same scale is painted once. */
export type Painter = (data: Float32Array, scale: ColorScale, measure: Measure) => Picture;

export function createPainter(): Painter {
  const painted = new WeakMap<Float32Array, { readonly key: string; readonly picture: Picture }>();
  return (data, scale, measure) => {
    const key = JSON.stringify(scale);
    const known = painted.get(data);
    if (known?.key === key) return known.picture;
    const side = Math.sqrt(data.length);
    const { pixels } = colorize([data], side, side, scale, measure);
    const picture = { width: side, height: side, pixels };
    painted.set(data, { key, picture });
    return picture;
  };
}
