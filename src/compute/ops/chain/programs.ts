import { BATCH_NORM_EPSILON } from "../../../core/norm/batch-norm";
import type { InitLaw } from "../../../core/init/init";
import { NORMALS, PHILOX } from "../random/philox-glsl";

/** Rows of the weight matrix that one fragment multiplies; sums of slices are added after. */
export const SLICE = 32;

/** Laws whose weights are drawn where they are used. */
export type DrawnLaw = Extract<InitLaw, { kind: "normal" | "uniform" | "constant" }>;

export const isDrawnLaw = (law: InitLaw): law is DrawnLaw => law.kind !== "orthogonal";

/** What numbers of `weightsGlsl` are multiplied by. */
export function scaleOf(law: DrawnLaw): number {
  return law.kind === "normal" ? law.deviation : law.kind === "uniform" ? law.bound : law.value;
}

export const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
out vec4 result;
`;

const NUMBERS: Readonly<Record<DrawnLaw["kind"], string>> = {
  normal: "normals(words)",
  uniform: "(vec4(ivec4(words >> 8) - 0x800000) + 0.5) * 1.1920928955078125e-7",
  constant: "vec4(1)",
};

/** W[i, j] is number i · units + j of the layer's sequence: four neighbours j are one block. */
export const weightsGlsl = (law: DrawnLaw) => `
uniform sampler2D keys;  // a seed a row: 16 bits a channel, the lowest first
uniform int stream, across;
uniform float scale;
${PHILOX}${NORMALS}
uvec2 keyOf(int seed) {
  uvec4 part = uvec4(texelFetch(keys, ivec2(0, seed), 0));
  return uvec2(part.x | part.y << 16, part.z | part.w << 16);
}

vec4 weights(int row, int four, uvec2 key) {
  uvec4 words = philox(uvec4(uint(row * across + four), 0u, uint(stream), 0u), key);
  return scale * ${NUMBERS[law.kind]};
}
`;

/** There: by W, along its rows. Back: by its transpose, along its columns. */
export type Way = "there" | "back";

/** Weights of a vector: each is drawn in the program that multiplies it, and stored nowhere. */
export const multiplySource = (law: DrawnLaw, way: Way) => `${HEAD}${weightsGlsl(law)}
uniform sampler2D x;     // [seed][unit], four units a texel
uniform int slices;

// sum over a slice of i of W[i, 4x..4x+3] · x[i], back of W[4x..4x+3, i] · x[i], at fragment
// (x, seed · slices + slice)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int seed = at.y / slices, first = (at.y % slices) * ${SLICE / 4};
  uvec2 key = keyOf(seed);
  vec4 sum = vec4(0);
  for (int four = first; four < min(first + ${SLICE / 4}, across); four++) {
    vec4 number4 = texelFetch(x, ivec2(four, seed), 0);
    for (int i = 0; i < 4; i++)
      ${
        way === "there"
          ? "sum += weights(four * 4 + i, at.x, key) * number4[i];"
          : "sum[i] += dot(weights(at.x * 4 + i, four, key), number4);"
      }
  }
  result = sum;
}`;

export const SUM_SLICES = `${HEAD}
uniform sampler2D parts;
uniform int slices;

// z[seed][4x..4x+3] at fragment (x, seed)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  for (int slice = 0; slice < slices; slice++)
    sum += texelFetch(parts, ivec2(at.x, at.y * slices + slice), 0);
  result = sum;
}`;

/** Weights of a matrix of columns: drawn once a layer and seed, and gone with the next. */
export const drawSource = (law: DrawnLaw) => `${HEAD}${weightsGlsl(law)}
uniform int seed;

// W[y, 4x..4x+3] at fragment (x, y)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  result = weights(at.y, at.x, keyOf(seed));
}`;

/** Columns, or the places of a map where there is a kernel, times a drawn matrix or its transpose. */
export const productSource = (way: Way) => `${HEAD}
uniform sampler2D x;      // [seed][column][unit], four units a texel
uniform sampler2D drawn;  // [tap][unit] a row
uniform int across, top, kernel, side;
uniform bool circular;

// The place that a tap sees from a column, back the one that sees the column under it; -1 for none.
int placeOf(int column, int tap) {
  if (kernel == 1) return column;
  ivec2 reach = ivec2(tap % kernel, tap / kernel) - kernel / 2;
  ivec2 at = ivec2(column % side, column / side) ${way === "there" ? "+" : "-"} reach;
  if (circular) at = (at + side) % side;
  bool inside = all(greaterThanEqual(at, ivec2(0))) && all(lessThan(at, ivec2(side)));
  return inside ? at.y * side + at.x : -1;
}

// [seed][column][4x..4x+3] at fragment (x, top + column)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  for (int tap = 0; tap < kernel * kernel; tap++) {
    int place = placeOf(at.y - top, tap);
    if (place < 0) continue;
    for (int first = 0; first < across; first += ${SLICE / 4}) {
      vec4 slice = vec4(0);
      for (int four = first; four < min(first + ${SLICE / 4}, across); four++) {
        vec4 number4 = texelFetch(x, ivec2(four, top + place), 0);
        for (int i = 0; i < 4; i++)
          ${
            way === "there"
              ? "slice += number4[i] * texelFetch(drawn, ivec2(at.x, (tap * across + four) * 4 + i), 0);"
              : "slice[i] += dot(texelFetch(drawn, ivec2(four, (tap * across + at.x) * 4 + i), 0), number4);"
          }
      }
      sum += slice;
    }
  }
  result = sum;
}`;

/** Mean of every unit over its columns in even rows, 1/√(variance + ε) in odd ones. */
export const MOMENTS = `${HEAD}
uniform sampler2D z;      // [seed][column][unit], four units a texel
uniform int columns;

// units 4x..4x+3 of seed ⌊y / 2⌋ at fragment (x, y)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int top = at.y / 2 * columns;
  vec4 mean = vec4(0), variance = vec4(0);
  for (int column = 0; column < columns; column++)
    mean += texelFetch(z, ivec2(at.x, top + column), 0) / float(columns);
  for (int column = 0; column < columns && at.y % 2 == 1; column++) {
    vec4 away = texelFetch(z, ivec2(at.x, top + column), 0) - mean;
    variance += away * away / float(columns);
  }
  result = at.y % 2 == 0 ? mean : inversesqrt(variance + ${BATCH_NORM_EPSILON.toExponential(1)});
}`;

/** What `finishSource` gives. */
export const finished = { value: 0, slope: 1, normalised: 2 } as const;

/** What follows the product: normalisation, activation and shortcut; or what the way back needs. */
export const finishSource = (activation: string) => `${HEAD}
uniform sampler2D z, x;   // [seed][column][unit], four units a texel
uniform sampler2D moments;
uniform int top, columns;
uniform float branch;     // of the residual branch
uniform bool normalised, carried;
uniform int wanted;
${activation}
// [seed][column][4x..4x+3] at fragment (x, top + seed · columns + column)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - ivec2(0, top);
  vec4 number = texelFetch(z, at, 0);
  if (normalised) {
    int row = at.y / columns * 2;
    number = (number - texelFetch(moments, ivec2(at.x, row), 0))
      * texelFetch(moments, ivec2(at.x, row + 1), 0);
  }
  if (wanted == ${finished.normalised}) result = number;
  else if (wanted == ${finished.slope}) result = activationSlope(number);
  else {
    result = activation(number);
    if (carried) result = texelFetch(x, at, 0) + branch * result;
  }
}`;
