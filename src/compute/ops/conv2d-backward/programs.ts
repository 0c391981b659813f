import { SOURCE } from "../conv2d/program";

/**
 * The way back through a convolution. Pictures are sheets as in `conv2d/sheet`: cells of one group's
 * next four channels, ordered by picture, then group, then chunk.
 */
const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform ivec2 inSize, outSize, kernel, stride, dilation, pad;
uniform int groups, inChunks, outChunks, across;
out vec4 result;

ivec2 cellOrigin(int cell, int cellsAcross, ivec2 size) {
  return ivec2(cell % cellsAcross, cell / cellsAcross) * size;
}
`;

/** Each cell of the padded input gathers from all windows that covered it. */
export const INPUT_GRADIENT = `${HEAD}
uniform sampler2D gradient;  // cells of outSize, four output channels a texel
uniform sampler2D weights;   // four input channels a texel: [group, chunk, row, column, outChannel]
uniform int cells, gradientAcross, weightWidth;

// lanes = four input channels of the cell of picture, group and chunk under fragment (x, y)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 under = at / inSize;
  int cell = under.x + across * under.y;
  ivec2 place = at - under * inSize + pad;
  int chunk = cell % inChunks, pictureGroup = cell / inChunks;
  int filters = ((pictureGroup % groups) * inChunks + chunk) * kernel.x * kernel.y;
  vec4 sum = vec4(0);
  for (int i = 0; i < kernel.y && cell < cells; i++) {
    int y = place.y - i * dilation.y;
    if (y < 0 || y % stride.y != 0 || y / stride.y >= outSize.y) continue;
    for (int j = 0; j < kernel.x; j++) {
      int x = place.x - j * dilation.x;
      if (x < 0 || x % stride.x != 0 || x / stride.x >= outSize.x) continue;
      ivec2 window = ivec2(x, y) / stride;
      int weight = (filters + i * kernel.x + j) * outChunks * 4;
      for (int four = 0; four < outChunks; four++, weight += 4) {
        vec4 g = texelFetch(
          gradient, cellOrigin(pictureGroup * outChunks + four, gradientAcross, outSize) + window, 0);
        ivec2 w = ivec2(weight % weightWidth, weight / weightWidth);
        sum += g.x * texelFetch(weights, w, 0)
          + g.y * texelFetch(weights, w + ivec2(1, 0), 0)
          + g.z * texelFetch(weights, w + ivec2(2, 0), 0)
          + g.w * texelFetch(weights, w + ivec2(3, 0), 0);
      }
    }
  }
  result = sum;
}`;

/** A cell that padding repeats collects from every place that showed it. */
export const FOLD = `${HEAD}${SOURCE}
uniform sampler2D padded;    // cells of paddedSize
uniform ivec2 paddedSize, padAfter;
uniform int paddedAcross;

// The k-th place of one axis that may show a cell: the cell itself, then all padding.
int candidate(int k, int own, int before, int size) {
  if (k == 0) return own + before;
  return k <= before ? k - 1 : k - 1 + size;
}

// lanes = four input channels of the cell of picture, group and chunk under fragment (x, y)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 under = at / inSize;
  ivec2 place = at - under * inSize;
  ivec2 origin = cellOrigin(under.x + across * under.y, paddedAcross, paddedSize);
  vec4 sum = vec4(0);
  for (int i = 0; i <= pad.y + padAfter.y; i++) {
    int row = candidate(i, place.y, pad.y, inSize.y);
    if (source(row - pad.y, inSize.y) != place.y) continue;
    for (int j = 0; j <= pad.x + padAfter.x; j++) {
      int column = candidate(j, place.x, pad.x, inSize.x);
      if (source(column - pad.x, inSize.x) == place.x)
        sum += texelFetch(padded, origin + ivec2(column, row), 0);
    }
  }
  result = sum;
}`;

/**
 * Sums over some rows of windows, row by row; a bias is a weight under which every cell is 1. A line
 * is one output channel and one tap of a chunk of input channels; the biases come last.
 */
export const WEIGHT_GRADIENT = `${HEAD}${SOURCE}
uniform sampler2D x;         // cells of inSize, four input channels a texel
uniform sampler2D gradient;  // cells of outSize, four output channels a texel
uniform int lines, weightLines, lineRows, groupOut, inAcross, gradientAcross, windowRows, sliceRows;

// lanes = four input channels of line (x + width · (y mod lineRows)), over slice y / lineRows
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int line = at.x + across * (at.y % lineRows), slice = at.y / lineRows;
  bool bias = line >= weightLines;
  int taps = kernel.x * kernel.y;
  int channel = bias ? line - weightLines : line;
  int out4 = channel % groupOut, rest = channel / groupOut;
  int tap = bias ? 0 : rest % taps;
  int group = bias ? rest : rest / taps / inChunks;
  int chunk = bias ? 0 : rest / taps % inChunks;
  ivec2 shift = ivec2(tap % kernel.x, tap / kernel.x) * dilation - pad;
  int end = line < lines ? min((slice + 1) * sliceRows, windowRows) : 0;
  vec4 sum = vec4(0);
  for (int windowRow = slice * sliceRows; windowRow < end; windowRow++) {
    int picture = windowRow / outSize.y, y = windowRow % outSize.y;
    int row = bias ? 0 : source(y * stride.y + shift.y, inSize.y);
    if (row < 0) continue;
    int cell = picture * groups + group;
    ivec2 from = cellOrigin(cell * outChunks + out4 / 4, gradientAcross, outSize) + ivec2(0, y);
    ivec2 origin = cellOrigin(cell * inChunks + chunk, inAcross, inSize) + ivec2(0, row);
    vec4 rowSum = vec4(0);
    for (int column = 0; column < outSize.x; column++) {
      int seen = bias ? 0 : source(column * stride.x + shift.x, inSize.x);
      if (seen < 0) continue;
      float upstream = texelFetch(gradient, from + ivec2(column, 0), 0)[out4 % 4];
      rowSum += upstream * (bias ? vec4(1) : texelFetch(x, origin + ivec2(seen, 0), 0));
    }
    sum += rowSum;
  }
  result = sum;
}`;

/** Slices added up by one fragment of a level of the tree. */
export const FAN = 16;

/** One level of the tree over slices. */
export const ADD_SLICES = `${HEAD}
uniform sampler2D parts;
uniform int lineRows, slices;

// line of (x, y mod lineRows), over slices ${FAN} · (y / lineRows) and those after
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int first = at.y / lineRows * ${FAN};
  vec4 sum = vec4(0);
  for (int slice = first; slice < min(first + ${FAN}, slices); slice++)
    sum += texelFetch(parts, ivec2(at.x, slice * lineRows + at.y % lineRows), 0);
  result = sum;
}`;
