import type { Tensor } from "../../tensor";
import type { Light } from "./illuminate";
import { createSampler } from "./sampler";

/** Rays along each side of a pixel in which things meet. */
const fine = 3;

/** Difference of neighbours, of 1, above which a pixel of a small picture gets more rays. */
const contrast = 0.04;

/**
 * A still life: fruit, a bottle and a vase on a plank table with a striped cloth, in window light.
 * `[side, side, 3]`, sRGB values in [0, 1].
 *
 * Painted by following a ray through every pixel, and several where things meet, so that edges are
 * smooth; where pixels are large, also several wherever neighbours differ.
 */
export function stillLife(side: number): Tensor {
  const data = new Float32Array(side * side * 3);
  const met = new Int8Array(side * side);
  const sampler = createSampler();
  const sum: Light = { red: NaN, green: NaN, blue: NaN };
  const paintRow = (row: number, chosen: Uint8Array | null) => {
    const candidates = sampler.thingsAt(((row + 0.5) * 2) / side - 1, 1 / side);
    for (let column = 0; column < side; column++) {
      const pixel = row * side + column;
      const samples = chosen ? chosen[pixel]! : 1;
      if (samples === 0) continue;
      sum.red = sum.green = sum.blue = 0;
      for (let i = 0; i < samples; i++) {
        const y = ((row + (i + 0.5) / samples) * 2) / side - 1;
        for (let j = 0; j < samples; j++) {
          const x = ((column + (j + 0.5) / samples) * 2) / side - 1;
          met[pixel] = sampler.look(x, y, candidates);
          develop(sampler.light, sum);
        }
      }
      const share = 1 / (samples * samples);
      data[3 * pixel] = sum.red * share;
      data[3 * pixel + 1] = sum.green * share;
      data[3 * pixel + 2] = sum.blue * share;
    }
  };
  for (let row = 0; row < side; row++) paintRow(row, null);
  const busy = new Uint8Array(side * side);
  const textured = Math.min(Math.ceil(512 / side), fine);
  if (textured > 1) {
    const differ = (a: number, b: number) => Math.abs(data[3 * a]! - data[3 * b]!) > contrast;
    markPixels(busy, side, textured, differ);
  }
  markPixels(busy, side, fine, (a, b) => met[a] !== met[b]);
  for (let row = 0; row < side; row++) paintRow(row, busy);
  return { shape: [side, side, 3], data };
}

/** Gives both pixels a number wherever neighbours differ. */
function markPixels(
  marks: Uint8Array,
  side: number,
  mark: number,
  differ: (a: number, b: number) => boolean,
): void {
  for (let at = 0; at < marks.length; at++) {
    const right = at + 1;
    const below = at + side;
    if (right % side !== 0 && differ(at, right)) marks[at] = marks[right] = mark;
    if (below < marks.length && differ(at, below)) marks[at] = marks[below] = mark;
  }
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
