/** What both programs read: a number, or an arrow, a pixel. */
const SUBJECT = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
uniform sampler2D first, second;
uniform ivec2 size;           // of the picture, in pixels
uniform vec2 bias;
uniform bool rectify, arrows;

// Told apart by bits: comparisons with NaN and infinity are not to be trusted on every driver.
uint magnitudeBits(float value) { return floatBitsToUint(value) & 0x7fffffffu; }
bool isFinite(float value) { return magnitudeBits(value) < 0x7f800000u; }
bool isNan(float value) { return magnitudeBits(value) > 0x7f800000u; }

float finish(float value, float by) {
  float sum = value + by;
  return rectify && sum < 0.0 ? 0.0 : sum;
}

// Scaled, so that squares neither overflow nor vanish.
float arrowLength(float x, float y) {
  if (!isFinite(x) || !isFinite(y)) {
    bool infinite = magnitudeBits(x) == 0x7f800000u || magnitudeBits(y) == 0x7f800000u;
    return uintBitsToFloat(infinite ? 0x7f800000u : 0x7fc00000u);
  }
  float large = max(abs(x), abs(y));
  float small = min(abs(x), abs(y));
  return large == 0.0 ? 0.0 : large * sqrt(1.0 + (small / large) * (small / large));
}
`;

/** Side of the blocks that one fragment of the first counting pass covers, in texels of 2×2 cells. */
export const COUNT_BLOCK = 16;

/**
 * Counts a map in blocks. A texel out holds: bits of the least and of the greatest finite number,
 * NaNs + 65536 · positive infinities, negative infinities + 65536 · the cell of the block, row by
 * row, that holds the first of the largest finite magnitude.
 */
export const COUNT_SOURCE = `${SUBJECT}
out uvec4 block;

// One fragment a block of ${COUNT_BLOCK}×${COUNT_BLOCK} texels of the map
void main() {
  ivec2 texels = (size + 1) / 2;
  ivec2 start = ivec2(gl_FragCoord.xy) * ${COUNT_BLOCK};
  ivec2 end = min(start + ${COUNT_BLOCK}, texels);
  float least = 3.402823466e38, greatest = -3.402823466e38;
  float peak = -1.0;
  int peakAt = 0;
  uint nan = 0u, positive = 0u, negative = 0u;
  for (int y = start.y; y < end.y; y++)
    for (int x = start.x; x < end.x; x++) {
      vec4 a = texelFetch(first, ivec2(x, y), 0);
      vec4 b = arrows ? texelFetch(second, ivec2(x, y), 0) : vec4(0);
      for (int i = 0; i < 4; i++) {
        ivec2 cell = ivec2(x, y) * 2 + ivec2(i & 1, i >> 1);
        if (cell.x >= size.x || cell.y >= size.y) continue;
        float value = finish(a[i], bias.x);
        if (arrows) value = arrowLength(value, finish(b[i], bias.y));
        if (isFinite(value)) {
          least = min(least, value);
          greatest = max(greatest, value);
          ivec2 within = cell - start * 2;
          int at = within.y * ${2 * COUNT_BLOCK} + within.x;
          float magnitude = abs(value);
          if (magnitude > peak || (magnitude == peak && at < peakAt)) {
            peak = magnitude;
            peakAt = at;
          }
        } else if (isNan(value)) nan++;
        else if (floatBitsToUint(value) >> 31 == 0u) positive++;
        else negative++;
      }
    }
  block = uvec4(floatBitsToUint(least), floatBitsToUint(greatest), 
    nan + (positive << 16), negative + (uint(peakAt) << 16));
}`;

/**
 * Adds the blocks up into two texels: bits of minimum, maximum and automatic limit, NaNs; then
 * positive and negative infinities, and 1 + the place of the peak in the map, 0 if there is none.
 */
export const TOTAL_SOURCE = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D blocks;
uniform ivec2 blockCount;
uniform int width;            // of the map, in cells
out uvec4 total;

// x = which of the two texels; y = which subject
void main() {
  float least = 3.402823466e38, greatest = -3.402823466e38;
  float peak = -1.0;
  int peakAt = -1;
  uint nan = 0u, positive = 0u, negative = 0u;
  for (int y = 0; y < blockCount.y; y++)
    for (int x = 0; x < blockCount.x; x++) {
      uvec4 block = texelFetch(blocks, ivec2(x, y), 0);
      float low = uintBitsToFloat(block.x), high = uintBitsToFloat(block.y);
      least = min(least, low);
      greatest = max(greatest, high);
      int within = int(block.w >> 16);
      ivec2 cell = ivec2(x, y) * ${2 * COUNT_BLOCK} + ivec2(within % ${2 * COUNT_BLOCK}, within / ${2 * COUNT_BLOCK});
      int at = cell.y * width + cell.x;
      float magnitude = max(abs(low), abs(high));
      if (low <= high && (magnitude > peak || (magnitude == peak && at < peakAt))) {
        peak = magnitude;
        peakAt = at;
      }
      nan += block.z & 0xffffu;
      positive += block.z >> 16;
      negative += block.w & 0xffffu;
    }
  if (least > greatest) least = greatest = 0.0;
  float limit = max(abs(least), abs(greatest));
  if (limit == 0.0) limit = 1.0;
  total = int(gl_FragCoord.x) == 0
    ? uvec4(floatBitsToUint(least), floatBitsToUint(greatest), floatBitsToUint(limit), nan)
    : uvec4(positive, negative, uint(peakAt + 1), 0u);
}`;

/** Colours of a picture: a palette entry, three channels, or direction and strength. */
export const PAINT_SOURCE = `${SUBJECT}
uniform sampler2D palette;
uniform usampler2D totals;
uniform int style;            // 0 palette, 1 picture, 2 angle
uniform bool packedCells;     // 2×2 cells a texel; else one place a texel, four channels
uniform ivec2 origin;         // of the input's cell in its sheet
uniform ivec3 lanes;          // channels of the input
uniform vec3 rule;            // scale, offset and least entry of the palette
uniform int limitRow;         // row of totals with the limit; -1 when the rule is complete
uniform float strength;       // the limit of the angle style
uniform vec3 hatchA, hatchB, background;
out vec4 color;

float cellOf(sampler2D map, ivec2 at) {
  return texelFetch(map, at >> 1, 0)[(at.y & 1) * 2 + (at.x & 1)];
}

float entryOf(float value, float scale) {
  return clamp(floor(value * scale + rule.y), rule.z, 255.0);
}

// gl_FragCoord counts rows from the bottom of the canvas, pictures from the top
void main() {
  ivec2 at = ivec2(int(gl_FragCoord.x), size.y - 1 - int(gl_FragCoord.y));
  vec3 hatch = ((at.x + at.y) >> 2 & 1) == 0 ? hatchA : hatchB;
  float limit = limitRow < 0
    ? strength
    : uintBitsToFloat(texelFetch(totals, ivec2(0, limitRow), 0).z);
  float scale = limitRow < 0 ? rule.x : rule.x / limit;
  vec3 shown = hatch;
  if (style == 1) {
    vec4 texel = texelFetch(first, origin + at, 0);
    vec3 value = vec3(texel[lanes.x], texel[lanes.y], texel[lanes.z]);
    if (isFinite(value.x) && isFinite(value.y) && isFinite(value.z))
      shown = vec3(entryOf(value.x, scale), entryOf(value.y, scale), entryOf(value.z, scale)) / 255.0;
  } else {
    float value = packedCells ? cellOf(first, at) : texelFetch(first, origin + at, 0)[lanes.x];
    value = finish(value, bias.x);
    float amount = value;
    float other = 0.0;
    if (arrows) {
      other = finish(cellOf(second, at), bias.y);
      amount = arrowLength(value, other);
    }
    if (isFinite(amount)) {
      float entry = entryOf(amount, scale);
      if (style == 2) {
        float turn = value == 0.0 && other == 0.0 ? 0.0 : atan(other, value);
        entry = float(int(floor((turn / 6.283185307179586 + 0.5) * 256.0)) & 255);
      }
      shown = texelFetch(palette, ivec2(int(entry), 0), 0).rgb;
      if (style == 2) {
        vec3 from = background * 255.0;
        shown = floor(from + (shown * 255.0 - from) * min(amount / limit, 1.0) + 0.5) / 255.0;
      }
    }
  }
  color = vec4(shown, 1);
}`;
