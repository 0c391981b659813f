import type { Draws } from "./draws";
import type { DigitOptions } from "./options";
import { strokePath } from "./path";
import type { Path } from "./path";
import type { ControlPoint, Stroke } from "./style";

/** The movements of the pen in the unit box, moved so that its middle is the origin. */
export function writtenPaths(
  strokes: readonly Stroke[],
  options: DigitOptions,
  detail: number,
  draws: Draws,
): Path[] {
  return jittered(strokes, options.jitter, draws).map((stroke) => {
    const path = strokePath(stroke, detail);
    for (let at = 0; at < path.length; at++) path[at] = path[at]! - 0.5;
    const count = path.length / 2;
    if (count <= 8 || !draws.chance(options.clippedEnds)) return path;
    return path.subarray(0, 2 * (count - draws.below(Math.floor(count / 8))));
  });
}

/** Control points moved at random; points that coincide move together, so joints stay closed. */
function jittered(strokes: readonly Stroke[], deviation: number, draws: Draws): Stroke[] {
  const moves = new Map<string, ControlPoint>();
  return strokes.map((stroke) => ({
    kind: stroke.kind,
    points: stroke.points.map(([x, y]): ControlPoint => {
      const key = `${x.toFixed(2)} ${y.toFixed(2)}`;
      const move = moves.get(key) ?? [draws.normal(0, deviation), draws.normal(0, deviation)];
      moves.set(key, move);
      return [x + move[0], y + move[1]];
    }),
  }));
}

/** Bends, slants, stretches and turns the digit, in place: every writer's hand is different. */
export function deform(paths: readonly Path[], label: number, o: DigitOptions, draws: Draws): void {
  if (o.warp > 0) bend(paths, o.warp, draws);
  const exponent = o.split > 0 ? Math.exp(draws.normal(0, o.split)) : 1;
  const widening = o.taper > 0 ? draws.normal(0, o.taper) : 0;
  const one = label === 1;
  const shear = draws.normal(o.shear.mean + (one ? 0.1 : 0), o.shear.deviation * (one ? 1.4 : 1));
  const stretch = Math.exp(draws.normal(-0.12, o.aspect));
  const turn = (draws.normal(0, o.rotation) * Math.PI) / 180;
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  eachPoint(paths, (path, at) => {
    const y = Math.max(path[at + 1]! + 0.5, 1e-3) ** exponent - 0.5;
    const wide = path[at]! * Math.min(Math.max(1 + widening * y, 0.3), 1.8);
    const x = wide * (one ? 1 : stretch) - shear * y;
    path[at] = cosine * x - sine * y;
    path[at + 1] = sine * x + cosine * y;
  });
}

/** Adds three sine waves along each axis, the higher ones smaller. */
function bend(paths: readonly Path[], amplitude: number, draws: Draws): void {
  for (let axis = 0; axis < 2; axis++) {
    for (let wave = 1; wave <= 3; wave++) {
      const height = draws.normal(0, amplitude) / wave;
      const phase = draws.between(0, 2 * Math.PI);
      eachPoint(paths, (path, at) => {
        path[at + axis] =
          path[at + axis]! + height * Math.sin(wave * 2.2 * path[at + 1 - axis]! + phase);
      });
    }
  }
}

/** Calls with every path and the place of x in it; y follows. */
export function eachPoint(paths: readonly Path[], visit: (path: Path, at: number) => void): void {
  for (const path of paths) for (let at = 0; at < path.length; at += 2) visit(path, at);
}
