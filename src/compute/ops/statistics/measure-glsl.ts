import { FLAT } from "./measure-simd";

/** Texels, and results of blocks, that one fragment takes together. */
export const BLOCK = 64;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
out vec4 result;
`;

const LAYER = `${HEAD}
uniform sampler2D values;     // [group][column][unit], four units a texel
uniform int across, columns;  // texels of a column; columns of a group

ivec2 texelOf(int k, int group) {
  return ivec2(k % across, group * columns + k / across);
}
`;

/** What a number is, by its bits alone: no driver's comparison is asked. */
const CLASSES = `
uvec4 sizeBits(vec4 v) { return floatBitsToUint(v) & 0x7fffffffu; }

float among(bvec4 where) { return dot(vec4(where), vec4(1)); }
`;

/**
 * Leaves of the tree of counts: in even rows the largest finite size, zeros, subnormal and infinite
 * numbers of a block; in odd rows NaN, flat slopes, and units that give 0 on slopes of 0 in every
 * column.
 */
export const COUNT = `${LAYER}${CLASSES}
uniform sampler2D slopes;     // as values

vec4 kinds(int k, int group, vec4 sum) {
  uvec4 size = sizeBits(texelFetch(values, texelOf(k, group), 0));
  bvec4 finite = lessThan(size, uvec4(0x7f800000u));
  vec4 sizes = mix(vec4(0), uintBitsToFloat(size), finite);
  bvec4 zero = equal(size, uvec4(0));
  return vec4(
    max(max(max(sizes.x, sizes.y), max(sizes.z, sizes.w)), sum.x),
    sum.y + among(zero),
    sum.z + among(lessThan(size, uvec4(0x00800000u))) - among(zero),
    sum.w + among(equal(size, uvec4(0x7f800000u))));
}

float dead(int k, int group) {
  vec4 silent = vec4(1);
  for (int column = 0; column < columns; column++) {
    ivec2 at = texelOf(k + column * across, group);
    uvec4 either = sizeBits(texelFetch(values, at, 0)) | sizeBits(texelFetch(slopes, at, 0));
    silent *= vec4(equal(either, uvec4(0)));
  }
  return dot(silent, vec4(1));
}

vec4 others(int k, int group) {
  uvec4 size = sizeBits(texelFetch(values, texelOf(k, group), 0));
  vec4 slope = texelFetch(slopes, texelOf(k, group), 0);
  bvec4 flatSlopes = lessThan(abs(slope), vec4(${FLAT}));
  return vec4(
    among(greaterThan(size, uvec4(0x7f800000u))),
    among(flatSlopes),
    k < across ? dead(k, group) : 0.0,
    0);
}

// block x of row 2 · group + part
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int group = at.y / 2;
  vec4 sum = vec4(0);
  int end = min((at.x + 1) * ${BLOCK}, across * columns);
  for (int k = at.x * ${BLOCK}; k < end; k++)
    sum = at.y % 2 == 0 ? kinds(k, group, sum) : sum + others(k, group);
  result = sum;
}`;

/**
 * Leaves of the tree of sums, of numbers divided by a power of two near the largest, so that they
 * neither overflow nor vanish: Σ(x − m), Σ(x − m)²; m is 0 at first, then the mean.
 */
export const SUMS = `${LAYER}
uniform sampler2D counts;     // roots of the counts, two rows a group
uniform sampler2D sums;       // roots of the first sums
uniform bool centred;
uniform float count;          // numbers of a group

// block x of group y
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  uint power = floatBitsToUint(texelFetch(counts, ivec2(0, 2 * at.y), 0).x) >> 23;
  float scale = uintBitsToFloat((254u - clamp(power, 1u, 253u)) << 23);
  float mean = centred ? texelFetch(sums, ivec2(0, at.y), 0).x / count : 0.0;
  vec2 sum = vec2(0);
  int end = min((at.x + 1) * ${BLOCK}, across * columns);
  for (int k = at.x * ${BLOCK}; k < end; k++) {
    vec4 x = texelFetch(values, texelOf(k, at.y), 0) * scale - mean;
    sum += vec2(dot(x, vec4(1)), dot(x, x));
  }
  result = vec4(sum, 0, 0);
}`;

/** One level of a tree: neighbours of a row together, a block at a time. */
export const GATHER = `${HEAD}
uniform sampler2D leaves;
uniform int width;
uniform bool counting;        // then even rows begin with a largest number

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  for (int x = at.x * ${BLOCK}; x < min((at.x + 1) * ${BLOCK}, width); x++) {
    vec4 leaf = texelFetch(leaves, ivec2(x, at.y), 0);
    float most = max(sum.x, leaf.x);
    sum += leaf;
    if (counting && at.y % 2 == 0) sum.x = most;
  }
  result = sum;
}`;
