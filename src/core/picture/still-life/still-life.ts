import type { Tensor } from "../../tensor";
import type { Light } from "./illuminate";
import { createSampler } from "./sampler";
import type { Sampler } from "./sampler";
import type { Thing } from "./things";

/**
 * A still life: fruit, a bottle and a vase on a plank table with a striped cloth, in window light.
 * `[side, side, 3]`, sRGB values in [0, 1].
 *
 * Painted by following a ray through every pixel, several where pixels are large or where things
 * meet, so that edges are smooth at every size.
 */
export function stillLife(side: number): Tensor {
  const data = new Float32Array(side * side * 3);
  const sampler = createSampler();
  const grid = Math.min(Math.max(Math.floor(512 / side), 1), 3);
  const met: (Thing | null)[] = Array.from({ length: side * side }, () => null);
  const sum: Light = { red: 0, green: 0, blue: 0 };
  const accumulate = (
    row: number,
    column: number,
    samples: number,
    candidates: readonly Thing[],
  ) => {
    sum.red = sum.green = sum.blue = 0;
    for (let i = 0; i < samples; i++) {
      for (let j = 0; j < samples; j++) {
        const x = ((column + (j + 0.5) / samples) * 2) / side - 1;
        const y = ((row + (i + 0.5) / samples) * 2) / side - 1;
        met[row * side + column] = sampler.look(x, y, candidates);
        develop(sampler.light, sum);
      }
    }
    const at = 3 * (row * side + column);
    const share = 1 / (samples * samples);
    data[at] = sum.red * share;
    data[at + 1] = sum.green * share;
    data[at + 2] = sum.blue * share;
  };
  eachRow(side, sampler, (row, candidates) => {
    for (let column = 0; column < side; column++) accumulate(row, column, grid, candidates);
  });
  if (grid > 2) return { shape: [side, side, 3], data };
  const edges = edgePixels(met, side);
  eachRow(side, sampler, (row, candidates) => {
    for (let column = 0; column < side; column++) {
      if (edges[row * side + column]) accumulate(row, column, 4, candidates);
    }
  });
  return { shape: [side, side, 3], data };
}

function eachRow(
  side: number,
  sampler: Sampler,
  visit: (row: number, candidates: readonly Thing[]) => void,
): void {
  for (let row = 0; row < side; row++) {
    visit(row, sampler.thingsAt(((row + 0.5) * 2) / side - 1, 1 / side));
  }
}

/** 1 where a neighbour shows another thing. */
function edgePixels(met: readonly (Thing | null)[], side: number): Uint8Array {
  const edges = new Uint8Array(side * side);
  for (let at = 0; at < edges.length; at++) {
    const right = (at + 1) % side === 0 ? at : at + 1;
    const below = at + side < edges.length ? at + side : at;
    if (met[at] !== met[right]) edges[at] = edges[right] = 1;
    if (met[at] !== met[below]) edges[at] = edges[below] = 1;
  }
  return edges;
}

/** Adds a light as a print would show it: soft highlights, then a square root for the eye. */
function develop(light: Light, sum: Light): void {
  sum.red += tone(light.red);
  sum.green += tone(light.green);
  sum.blue += tone(light.blue);
}

function tone(light: number): number {
  const exposed = light * 1.15;
  return Math.sqrt(Math.min((exposed * (1 + exposed / 6.25)) / (1 + exposed), 1));
}
