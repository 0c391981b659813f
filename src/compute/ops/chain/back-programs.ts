import { HEAD, SLICE, weightsGlsl, type DrawnLaw } from "./programs";

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

/** The transpose for a vector: weights are drawn again, and stored nowhere. */
export const multiplyBackSource = (law: DrawnLaw) => `${HEAD}${weightsGlsl(law)}
uniform sampler2D x;     // [seed][unit], four units a texel
uniform int slices;

// sum over a slice of columns j of W[4x..4x+3, j] · x[j] at fragment (x, seed · slices + slice)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int seed = at.y / slices, first = (at.y % slices) * ${SLICE / 4};
  uvec2 key = keyOf(seed);
  vec4 sum = vec4(0);
  for (int four = first; four < min(first + ${SLICE / 4}, across); four++) {
    vec4 upstream4 = texelFetch(x, ivec2(four, seed), 0);
    for (int i = 0; i < 4; i++) sum[i] += dot(weights(at.x * 4 + i, four, key), upstream4);
  }
  result = sum;
}`;

/** The transpose for columns, or the places of a map, by a drawn matrix. */
export const PRODUCT_BACK = `${HEAD}
uniform sampler2D x;      // [seed][column][unit], four units a texel
uniform sampler2D drawn;  // [tap][unit] a row
uniform int across, top, kernel, side;
uniform bool circular;

// The place whose window showed a column under a tap; -1 where there is none.
int windowOf(int column, int tap) {
  if (kernel == 1) return column;
  ivec2 at = ivec2(column % side, column / side) - ivec2(tap % kernel, tap / kernel) + kernel / 2;
  if (circular) at = (at + side) % side;
  bool inside = all(greaterThanEqual(at, ivec2(0))) && all(lessThan(at, ivec2(side)));
  return inside ? at.y * side + at.x : -1;
}

// [seed][column][4x..4x+3] at fragment (x, top + column)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  for (int tap = 0; tap < kernel * kernel; tap++) {
    int place = windowOf(at.y - top, tap);
    if (place < 0) continue;
    for (int first = 0; first < across; first += ${SLICE / 4}) {
      vec4 slice = vec4(0);
      for (int four = first; four < min(first + ${SLICE / 4}, across); four++) {
        vec4 upstream4 = texelFetch(x, ivec2(four, top + place), 0);
        for (int i = 0; i < 4; i++)
          slice[i] += dot(texelFetch(drawn, ivec2(four, (tap * across + at.x) * 4 + i), 0), upstream4);
      }
      sum += slice;
    }
  }
  result = sum;
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
