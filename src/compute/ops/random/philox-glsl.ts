/** GLSL ES 3.00: Philox4x32-10, as core/random/philox. There is no wide product in this version. */
export const PHILOX = `
uvec2 wideProduct(uint a, uint b) {
  uint aLow = a & 0xffffu, aHigh = a >> 16, bLow = b & 0xffffu, bHigh = b >> 16;
  uint middle = aHigh * bLow + ((aLow * bLow) >> 16);
  uint cross = aLow * bHigh + (middle & 0xffffu);
  return uvec2(aHigh * bHigh + (middle >> 16) + (cross >> 16), a * b);
}

uvec4 philox(uvec4 c, uvec2 key) {
  for (int round = 0; round < 10; round++) {
    uvec2 p0 = wideProduct(0xD2511F53u, c.x), p1 = wideProduct(0xCD9E8D57u, c.z);
    c = uvec4(p1.x ^ c.y ^ key.x, p1.y, p0.x ^ c.w ^ key.y, p0.y);
    key += uvec2(0x9E3779B9u, 0xBB67AE85u);
  }
  return c;
}
`;

/**
 * GLSL ES 3.00: four standard normal numbers of four words, as core/random/philox, within a few units
 * of the last place of float32. Nothing is left to the driver's log, sin and cos, whose precision
 * no one promises.
 *
 * Close to u = 1 the logarithm is taken of 1 − u, which is a whole number of 2⁻²⁵ and exact. Angles
 * lose their quarter turns as whole numbers.
 */
export const NORMALS = `
// -ln(1 + f) for 1/√2 ≤ 1 + f < √2
vec2 negativeLog1p(vec2 f) {
  vec2 square = f * f;
  vec2 p = ((((((((7.0376836292e-2 * f - 1.151461031e-1) * f + 1.167699874e-1) * f
    - 1.2420140846e-1) * f + 1.4249322787e-1) * f - 1.6668057665e-1) * f
    + 2.0000714765e-1) * f - 2.4999993993e-1) * f + 3.3333331174e-1) * f * square;
  return 0.5 * square - p - f;
}

// r of the words of two pairs
vec2 radius(uvec2 words) {
  uvec2 k = words >> 8;
  uvec2 upper = k >> 23;
  bvec2 high = bvec2(upper);
  // u, or 1 - u in the upper half, in units of 2^-24
  vec2 whole = vec2(k ^ (upper * 0xffffffu)) + 0.5;
  ivec2 shifted = floatBitsToInt(whole) - 0x3f3504f3;
  vec2 mantissa = intBitsToFloat((shifted & 0x7fffff) + 0x3f3504f3);
  vec2 power = vec2(24 - (shifted >> 23));
  vec2 v = whole * 5.9604644775390625e-8;
  // upper half: u = 1 - v, halved once more where it lies below 1/√2
  bvec2 lower = greaterThan(v, vec2(0.29289322));
  vec2 highF = mix(-v, 1.0 - 2.0 * v, lower);
  vec2 f = mix(mantissa - 1.0, highF, high);
  vec2 twos = mix(power, vec2(lower), high);
  vec2 halfSquare = negativeLog1p(f) - twos * 2.1219444e-4 + twos * 0.693359375;
  return sqrt(2.0 * halfSquare);
}

vec4 normals(uvec4 words) {
  vec2 r = radius(words.xz);
  uvec2 place = (words.yw >> 8) + 0x200000u;
  vec2 angle = (vec2(ivec2(place & 0x3fffffu) - 0x200000) + 0.5) * 3.7450703e-7;
  vec2 square = angle * angle;
  vec2 sine = ((-1.9515295891e-4 * square + 8.3321608736e-3) * square - 1.6666654611e-1)
    * square * angle + angle;
  vec2 cosine = ((2.443315711809948e-5 * square - 1.388731625493765e-3) * square
    + 4.166664568298827e-2) * square * square - 0.5 * square + 1.0;
  uvec2 quarter = place >> 22;
  bvec2 swap = equal(quarter & 1u, uvec2(1u));
  vec2 signs = 1.0 - vec2(quarter & 2u), turned = 1.0 - vec2((quarter + 1u) & 2u);
  vec2 c = r * turned * mix(cosine, sine, swap), s = r * signs * mix(sine, cosine, swap);
  return vec4(c.x, s.x, c.y, s.y);
}
`;
