import type { PaddingMode } from "../../../core/conv/geometry";

/**
 * Direct convolution: every fragment computes a block of 2×2 outputs, one texel of tfjs's packed
 * layout. Sizes, weights, stride, padding and the rest are uniforms and textures, so no change of
 * them compiles anything; the programs differ only in what they may take for granted.
 */
export interface ConvProgram {
  /** In cells; every width up to `WIDEST` has a program of its own where `dense` and `inside` hold. */
  readonly kernelWidth: number;
  /** Neighbouring outputs read neighbouring cells: stride 1 and dilation 1. */
  readonly dense: boolean;
  /** Every tap of every fragment lies inside the input, and every output inside the map. */
  readonly inside: boolean;
  /** Only one input channel counts. */
  readonly partial: boolean;
}

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D x;          // cells of inSize, four input channels a texel
uniform sampler2D weights;    // cells of kernel.x texels, kernel.y rows a chunk
uniform ivec2 inSize, outSize, kernel, stride, dilation, pad, weightAt;
uniform int firstCell, across, firstChunk, chunks;
uniform float bias;
uniform bool rectify;
uniform bvec4 lane;
out vec4 result;

ivec2 cellOrigin(int chunk) {
  int cell = firstCell + chunk;
  return ivec2(cell % across, cell / across) * inSize;
}

vec4 finish(vec4 sum) {
  vec4 value = sum + bias;
  return rectify ? mix(value, vec4(0), lessThan(value, vec4(0))) : value;
}
`;

const FETCH = {
  whole: "#define FETCH(at) texelFetch(x, at, 0)\n",
  partial: "#define FETCH(at) mix(vec4(0), texelFetch(x, at, 0), lane)\n",
};

/** Widest kernel whose rows of input are kept in registers. */
const WIDEST = 7;

const times = (count: number, line: (j: number) => string) =>
  Array.from({ length: count }, (_, j) => line(j)).join("\n    ");

/** Reads each cell and each weight once: a row of input serves both output rows, then moves up. */
function registersInside(kernelWidth: number): string {
  const cells = kernelWidth + 1;
  return `
// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  vec4 sum = vec4(0), w;
  vec4 ${times(cells, (j) => `a${j}, b${j}${j < kernelWidth ? "," : ";"}`)}
  for (int chunk = 0; chunk < chunks; chunk++) {
    ivec2 first = cellOrigin(firstChunk + chunk) + ivec2(gl_FragCoord.xy) * 2 - pad;
    ivec2 top = weightAt + ivec2(0, chunk * kernel.y);
    ${times(cells, (j) => `a${j} = FETCH(first + ivec2(${j}, 0));`)}
    for (int i = 0; i < kernel.y; i++) {
    ${times(cells, (j) => `b${j} = FETCH(first + ivec2(${j}, i + 1));`)}
    ${times(
      kernelWidth,
      (j) => `w = texelFetch(weights, top + ivec2(${j}, i), 0);
    sum += vec4(dot(w, a${j}), dot(w, a${j + 1}), dot(w, b${j}), dot(w, b${j + 1}));`,
    )}
    ${times(cells, (j) => `a${j} = b${j};`)}
    }
  }
  result = finish(sum);
}`;
}

/** For kernels of any width: each cell is read once for both rows, each weight twice. */
const DENSE_INSIDE = `
// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  vec4 sum = vec4(0);
  for (int chunk = 0; chunk < chunks; chunk++) {
    ivec2 first = cellOrigin(firstChunk + chunk) + ivec2(gl_FragCoord.xy) * 2 - pad;
    ivec2 top = weightAt + ivec2(0, chunk * kernel.y);
    for (int i = 0; i <= kernel.y; i++) {
      ivec2 at = first + ivec2(0, i);
      vec4 left = FETCH(at);
      for (int j = 0; j < kernel.x; j++) {
        at.x++;
        vec4 right = FETCH(at);
        if (i < kernel.y) {
          vec4 w = texelFetch(weights, top + ivec2(j, i), 0);
          sum.xy += vec2(dot(w, left), dot(w, right));
        }
        if (i > 0) {
          vec4 w = texelFetch(weights, top + ivec2(j, i - 1), 0);
          sum.zw += vec2(dot(w, left), dot(w, right));
        }
        left = right;
      }
    }
  }
  result = finish(sum);
}`;

const SPARSE_INSIDE = `
// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  vec4 sum = vec4(0);
  for (int chunk = 0; chunk < chunks; chunk++) {
    ivec2 first = cellOrigin(firstChunk + chunk) + ivec2(gl_FragCoord.xy) * 2 * stride - pad;
    ivec2 top = weightAt + ivec2(0, chunk * kernel.y);
    for (int i = 0; i < kernel.y; i++)
      for (int j = 0; j < kernel.x; j++) {
        vec4 w = texelFetch(weights, top + ivec2(j, i), 0);
        ivec2 at = first + ivec2(j, i) * dilation;
        sum += vec4(
          dot(w, FETCH(at)),
          dot(w, FETCH(at + ivec2(stride.x, 0))),
          dot(w, FETCH(at + ivec2(0, stride.y))),
          dot(w, FETCH(at + stride)));
      }
  }
  result = finish(sum);
}`;

/** GLSL: where padding's numbers come from, by `PADDING_MODES`. */
export const SOURCE = `
uniform int paddingMode;

// The input index that stands for a place on or off the input; -1 for zero padding.
int source(int at, int size) {
  if (at >= 0 && at < size) return at;
  int index = -1;
  if (paddingMode == 1) index = at < 0 ? -at : 2 * (size - 1) - at;
  if (paddingMode == 2) index = at < 0 ? 0 : size - 1;
  if (paddingMode == 3) index = (at + size) % size;
  return index < size ? index : -1;
}
`;

export const PADDING_MODES: Readonly<Record<PaddingMode, number>> = {
  zero: 0,
  reflect: 1,
  replicate: 2,
  circular: 3,
};

/** A tap on zero padding is skipped, not multiplied: 0 · ∞ would be NaN. */
const EDGE = `${SOURCE}
float product(vec4 w, ivec2 origin, int column, int row) {
  return min(column, row) < 0 ? 0.0 : dot(w, FETCH(origin + ivec2(column, row)));
}

// result.xyzw = outputs (2y, 2x), (2y, 2x+1), (2y+1, 2x), (2y+1, 2x+1) at fragment (x, y)
void main() {
  vec4 sum = vec4(0);
  ivec2 outAt = ivec2(gl_FragCoord.xy) * 2;
  for (int chunk = 0; chunk < chunks; chunk++) {
    ivec2 origin = cellOrigin(firstChunk + chunk);
    ivec2 top = weightAt + ivec2(0, chunk * kernel.y);
    for (int i = 0; i < kernel.y; i++) {
      int y = outAt.y * stride.y + i * dilation.y - pad.y;
      ivec2 rows = ivec2(source(y, inSize.y), source(y + stride.y, inSize.y));
      for (int j = 0; j < kernel.x; j++) {
        int column = outAt.x * stride.x + j * dilation.x - pad.x;
        ivec2 columns = ivec2(source(column, inSize.x), source(column + stride.x, inSize.x));
        vec4 w = texelFetch(weights, top + ivec2(j, i), 0);
        sum += vec4(
          product(w, origin, columns.x, rows.x),
          product(w, origin, columns.y, rows.x),
          product(w, origin, columns.x, rows.y),
          product(w, origin, columns.y, rows.y));
      }
    }
  }
  bvec2 inColumns = lessThan(ivec2(outAt.x, outAt.x + 1), outSize.xx);
  bvec2 inRows = lessThan(ivec2(outAt.y, outAt.y + 1), outSize.yy);
  bvec4 exists = bvec4(
    inColumns.x && inRows.x, inColumns.y && inRows.x,
    inColumns.x && inRows.y, inColumns.y && inRows.y);
  result = mix(vec4(0), finish(sum), exists);
}`;

export function convSource({ kernelWidth, dense, inside, partial }: ConvProgram): string {
  const head = HEAD + (partial ? FETCH.partial : FETCH.whole);
  if (!inside) return head + EDGE;
  if (!dense) return head + SPARSE_INSIDE;
  return head + (kernelWidth <= WIDEST ? registersInside(kernelWidth) : DENSE_INSIDE);
}
