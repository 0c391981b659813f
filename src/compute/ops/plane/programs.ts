/** Programs from one packed plane to another: every fragment makes a block of 2×2 outputs. */

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D x;          // 2×2 cells a texel
uniform ivec2 inSize, stride, dilation, pad;
out vec4 result;

float cellOf(sampler2D plane, ivec2 at) {
  vec4 block = texelFetch(plane, at >> 1, 0);
  vec2 row = (at.y & 1) == 0 ? block.xy : block.zw;
  return (at.x & 1) == 0 ? row.x : row.y;
}

bool inside(ivec2 at) {
  return all(greaterThanEqual(at, ivec2(0))) && all(lessThan(at, inSize));
}
`;

const CONV_HEAD = `${HEAD}
uniform sampler2D weights;    // as x
uniform ivec2 kernel;
uniform bool rectify;

vec4 finish(vec4 sum) {
  return rectify ? mix(sum, vec4(0), lessThan(sum, vec4(0))) : sum;
}
`;

/** Any kernel, stride, dilation and padding; a tap on padding adds nothing. */
export const ANY_CONV = `${CONV_HEAD}
float product(float w, ivec2 at) {
  return inside(at) ? w * cellOf(x, at) : 0.0;
}

// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  vec4 sum = vec4(0);
  ivec2 first = ivec2(gl_FragCoord.xy) * 2 * stride - pad;
  for (int i = 0; i < kernel.y; i++)
    for (int j = 0; j < kernel.x; j++) {
      float w = cellOf(weights, ivec2(j, i));
      ivec2 at = first + ivec2(j, i) * dilation;
      sum += vec4(
        product(w, at),
        product(w, at + ivec2(stride.x, 0)),
        product(w, at + ivec2(0, stride.y)),
        product(w, at + stride));
    }
  result = finish(sum);
}`;

/** Largest square kernel whose block of input is kept in registers. */
export const WIDEST_DENSE = 7;

const LANES = ["x", "y", "z", "w"] as const;
const lane = (i: number, j: number): string => LANES[(i & 1) * 2 + (j & 1)]!;
const pairs = (rows: number, columns: number): (readonly [number, number])[] =>
  Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns]);

/**
 * A square kernel with stride 1, dilation 1 and no padding, unrolled: each texel of input is fetched
 * once for all its products.
 */
export function denseConv(size: number): string {
  const texels = Math.floor(size / 2) + 1;
  const weightTexels = Math.ceil(size / 2);
  const cell = (i: number, j: number) => `a${i >> 1}${j >> 1}.${lane(i, j)}`;
  const fetches = pairs(texels, texels).map(
    ([i, j]) => `vec4 a${i}${j} = texelFetch(x, first + ivec2(${j}, ${i}), 0);`,
  );
  const weights = pairs(weightTexels, weightTexels).map(
    ([i, j]) => `vec4 w${i}${j} = texelFetch(weights, ivec2(${j}, ${i}), 0);`,
  );
  const products = pairs(size, size).map(([i, j]) => {
    const block = [cell(i, j), cell(i, j + 1), cell(i + 1, j), cell(i + 1, j + 1)];
    return `sum += w${i >> 1}${j >> 1}.${lane(i, j)} * vec4(${block.join(", ")});`;
  });
  return `${CONV_HEAD}
// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  ivec2 first = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  ${[...fetches, ...weights, ...products].join("\n  ")}
  result = finish(sum);
}`;
}

/** Largest number or mean of a window; padding never wins, and NaN wins over everything. */
export const POOL = `${HEAD}
uniform ivec2 size, padAfter;
uniform bool largest, countPadding;

bool isNaN(float value) {
  return (floatBitsToUint(value) & 0x7fffffffu) > 0x7f800000u;
}

float largestOf(ivec2 first) {
  float best = uintBitsToFloat(0xff800000u);
  for (int i = 0; i < size.y; i++)
    for (int j = 0; j < size.x; j++) {
      ivec2 at = first + ivec2(j, i) * dilation;
      if (!inside(at)) continue;
      float value = cellOf(x, at);
      if (isNaN(value)) return value;
      if (value > best) best = value;
    }
  return best;
}

float meanOf(ivec2 first) {
  ivec2 end = min(first + size, inSize + padAfter);
  ivec2 from = max(first, ivec2(0));
  ivec2 to = min(end, inSize);
  float sum = 0.0;
  for (int row = from.y; row < to.y; row++)
    for (int column = from.x; column < to.x; column++) sum += cellOf(x, ivec2(column, row));
  ivec2 counted = countPadding ? end - first : max(to - from, ivec2(0));
  return sum / float(counted.x * counted.y);
}

float pooled(ivec2 outAt) {
  ivec2 first = outAt * stride - pad;
  return largest ? largestOf(first) : meanOf(first);
}

// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  ivec2 outAt = ivec2(gl_FragCoord.xy) * 2;
  result = vec4(
    pooled(outAt), pooled(outAt + ivec2(1, 0)), pooled(outAt + ivec2(0, 1)), pooled(outAt + 1));
}`;
