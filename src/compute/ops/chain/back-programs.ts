import { HEAD } from "./programs";

/** Through shortcut and activation: the gradient by pre-activations, or by normalised ones. */
export const THROUGH_SLOPE = `${HEAD}
uniform sampler2D g;       // [seed][column][unit], four units a texel
uniform sampler2D slopes;  // alike, from row top on
uniform int top;
uniform float branch;

// [seed][column][4x..4x+3] at fragment (x, seed · columns + column)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  result = branch * texelFetch(g, at, 0) * texelFetch(slopes, at + ivec2(0, top), 0);
}`;

/** Means over columns: of the gradient in even rows, of gradient · normalised number in odd ones. */
export const SHARED_MEANS = `${HEAD}
uniform sampler2D g, normals;  // [seed][column][unit]; normals from row top on
uniform int top, columns;

// units 4x..4x+3 of seed ⌊y / 2⌋ at fragment (x, y)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  for (int column = 0; column < columns; column++) {
    ivec2 from = ivec2(at.x, at.y / 2 * columns + column);
    vec4 factor = at.y % 2 == 0 ? vec4(1) : texelFetch(normals, from + ivec2(0, top), 0);
    sum += texelFetch(g, from, 0) * factor / float(columns);
  }
  result = sum;
}`;

/** Through batch normalisation: slope · (g − mean(g) − v · mean(g · v)), with v normalised. */
export const THROUGH_NORM = `${HEAD}
uniform sampler2D g, normals;      // as above
uniform sampler2D moments, means;  // two rows a seed: mean and slope; the shared means
uniform int top, columns;

// [seed][column][4x..4x+3] at fragment (x, seed · columns + column)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 row = ivec2(at.x, at.y / columns * 2);
  vec4 v = texelFetch(normals, at + ivec2(0, top), 0);
  vec4 shared4 = v * texelFetch(means, row + ivec2(0, 1), 0);
  result = texelFetch(moments, row + ivec2(0, 1), 0)
    * (texelFetch(g, at, 0) - texelFetch(means, row, 0) - shared4);
}`;

/** The gradient by a layer's input: of the branch, and of the shortcut. */
export const CARRY = `${HEAD}
uniform sampler2D branchGradient, g;
uniform int top;
uniform bool carried;

// [seed][column][4x..4x+3] at fragment (x, top + seed · columns + column)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - ivec2(0, top);
  result = texelFetch(branchGradient, at, 0);
  if (carried) result += texelFetch(g, at, 0);
}`;
