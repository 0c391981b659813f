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

/** Paints a square map, no longer than `longest` pixels; the same on the same scale only once. */
export type Painter = (
  data: Float32Array,
  scale: ColorScale,
  measure: Measure,
  longest: number,
) => Picture;

export function createPainter(): Painter {
  const painted = new WeakMap<Float32Array, Map<number, { key: string; picture: Picture }>>();
  return (data, scale, measure, longest) => {
    const key = JSON.stringify(scale);
    const bySize = painted.get(data) ?? new Map<number, { key: string; picture: Picture }>();
    painted.set(data, bySize);
    const known = bySize.get(longest);
    if (known?.key === key) return known.picture;
    const small = thinned(data, longest);
    const side = Math.sqrt(small.length);
    const { pixels } = colorize([small], side, side, scale, measure);
    const picture = { width: side, height: side, pixels };
    bySize.set(longest, { key, picture });
    return picture;
  };
}

/** A square map of at most `longest` a side, by leaving cells out. */
function thinned(data: Float32Array, longest: number): Float32Array {
  const side = Math.sqrt(data.length);
  if (side <= longest) return data;
  const small = new Float32Array(longest * longest);
  const from = Array.from({ length: longest }, (_, at) =>
    Math.floor(((at + 0.5) * side) / longest),
  );
  let to = 0;
  for (const row of from) for (const column of from) small[to++] = data[row * side + column]!;
  return small;
}
