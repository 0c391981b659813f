import { findersOf, type DuelState } from "../state";
import type { ShownAnswer } from "./code";

/** The scene and both convolutions; for kernels that are written down. */
export function tfjsExample(state: DuelState, answers: readonly ShownAnswer[]): string {
  const { objects, objectSize, spacing, noise, seed } = state;
  const make = ({ size, kernel }: ReturnType<typeof findersOf>[number]) =>
    kernel === "inside" ? `inside(first, ${size})` : `${kernel}(${size})`;
  const [a, b] = findersOf(state);
  const checks = answers.map(
    ({ finder, row, column, value }) =>
      `if (!(Math.abs(maps[${finder}][${row}][${column}] - ${value}) < 1e-4)) throw new Error("not the figure's number");`,
  );
  return `import * as tf from "@tensorflow/tfjs";

const [count, size, spacing, noise, seed] = [${objects}, ${objectSize}, ${spacing}, ${noise}, ${seed}];
const [side, margin] = [100, 13];
const inner = side - 2 * margin;
const middle = (size) => (size - 1) >> 1;

// Philox4x32-10 (Salmon and others, 2011): numbers by seed, stream and index
function uniforms(count, stream) {
  const high = (a, b) => Number((BigInt(a >>> 0) * BigInt(b)) >> 32n);
  const values = [];
  for (let block = 0; values.length < count; block++) {
    let [c, k] = [[block, 0, stream, 0], [seed | 0, Math.floor(seed / 2 ** 32) | 0]];
    for (let round = 0; round < 10; round++) {
      const [p, q] = [0xd2511f53, 0xcd9e8d57];
      c = [high(c[2], q) ^ c[1] ^ k[0], Math.imul(q, c[2]), high(c[0], p) ^ c[3] ^ k[1], Math.imul(p, c[0])];
      k = [(k[0] + 0x9e3779b9) | 0, (k[1] + 0xbb67ae85) | 0];
    }
    values.push(...c.map((word) => ((word >>> 8) + 0.5) / 2 ** 24));
  }
  return values.slice(0, count);
}

function normals(count, stream) {
  const u = uniforms(count, stream);
  return u.map((_, i) => {
    const radius = Math.sqrt(-2 * Math.log(u[i - (i % 2)]));
    const angle = 2 * Math.PI * u[i - (i % 2) + 1];
    return radius * (i % 2 ? Math.sin(angle) : Math.cos(angle));
  });
}

const draws = uniforms(inner ** 2, 0);
const order = [...draws.keys()].sort((a, b) => draws[a] - draws[b] || a - b);
const objects = [];
for (const at of order) {
  const [r, c] = [margin + Math.floor(at / inner), margin + (at % inner)];
  const apart = ([i, j]) => Math.max(Math.abs(r - i), Math.abs(c - j)) >= spacing;
  if (objects.length < count && objects.every(apart)) objects.push([r, c]);
}
const pixels = normals(side ** 2, 1).map((value) => value * noise);
for (const [r, c] of objects)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) pixels[(r - middle(size) + i) * side + c - middle(size) + j] += 1;

const box = (k) => tf.fill([k, k], 1 / k ** 2);
const inside = (w, k) => {
  const start = middle(k) - middle(w.shape[0]);
  const end = k - w.shape[0] - start;
  return tf.pad(w, [[start, end], [start, end]]);
};
const template = (k) => inside(box(Math.min(k, size)), k);
const gaussian = (k) => {
  const at = tf.sub(tf.range(0, k), (k - 1) / 2);
  const bell = tf.exp(tf.div(tf.neg(tf.square(at)), 2 * (k / 5) ** 2));
  return tf.div(tf.outerProduct(bell, bell), tf.square(tf.sum(bell)));
};

const first = ${make(a)};
const maps = [];
for (const w of [first, ${make(b)}]) {
  const y = tf.conv2d(tf.tensor3d(pixels, [side, side, 1]), tf.reshape(w, [...w.shape, 1, 1]), 1, "valid");
  console.log(w.shape, "answers with a map of", y.shape);
  maps.push(await tf.squeeze(y, [2]).array());
}
${checks.join("\n")}
`;
}
