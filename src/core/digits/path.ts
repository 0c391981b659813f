import type { ControlPoint, Stroke } from "./style";

/** A line through many points: x and y by turns. */
export type Path = Float64Array;

/** Points along a stroke: about `detail` for a curve, two sevenths of that for each straight part. */
export function strokePath(stroke: Stroke, detail: number): Path {
  return stroke.kind === "curve"
    ? curvePath(stroke.points, detail)
    : linePath(stroke.points, Math.round((detail * 2) / 7));
}

/**
 * Uniform Catmull–Rom spline through the points; the ends are mirrored to give it a first and a
 * last tangent.
 * Source: Catmull & Rom 1974, "A class of local interpolating splines".
 */
function curvePath(points: readonly ControlPoint[], detail: number): Path {
  const parts = points.length - 1;
  const steps = Math.max(2, Math.floor(detail / parts));
  const path = new Float64Array(2 * (parts * steps + 1));
  for (let axis = 0; axis < 2; axis++) {
    const p = (at: number): number => points[at]![axis as 0 | 1];
    const value = (at: number): number => {
      if (at < 0) return 2 * p(0) - p(1);
      if (at > parts) return 2 * p(parts) - p(parts - 1);
      return p(at);
    };
    for (let part = 0; part < parts; part++) {
      const a = value(part - 1);
      const b = value(part);
      const c = value(part + 1);
      const d = value(part + 2);
      for (let step = 0; step < steps; step++) {
        const t = step / steps;
        const cubic = -a + 3 * b - 3 * c + d;
        const square = 2 * a - 5 * b + 4 * c - d;
        path[2 * (part * steps + step) + axis] =
          0.5 * (2 * b + t * (c - a + t * (square + t * cubic)));
      }
    }
    path[path.length - 2 + axis] = p(parts);
  }
  return path;
}

function linePath(points: readonly ControlPoint[], steps: number): Path {
  const parts = points.length - 1;
  const path = new Float64Array(2 * (parts * steps + 1));
  for (let axis = 0; axis < 2; axis++) {
    for (let at = 0; at <= parts * steps; at++) {
      const part = Math.min(Math.floor(at / steps), parts - 1);
      const t = (at - part * steps) / steps;
      const from = points[part]![axis as 0 | 1];
      path[2 * at + axis] = from + t * (points[part + 1]![axis as 0 | 1] - from);
    }
  }
  return path;
}
