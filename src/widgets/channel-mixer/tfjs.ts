import { DESK_BIAS, MIXTURE } from "./mixing";
import type { MixerModel } from "./model";
import type { MixerState } from "./schema";

const philox = `// Philox4x32-10 (Salmon and others, 2011), then Box and Muller; count is a multiple of 4
function normals(count, seed, stream) {
  const high = (a, b) => Number((BigInt(a >>> 0) * BigInt(b)) >> 32n);
  const values = [];
  for (let block = 0; block < count / 4; block++) {
    let [c, k] = [[block, 0, stream, 0], [seed, 0]];
    for (let round = 0; round < 10; round++) {
      const [p, q] = [0xd2511f53, 0xcd9e8d57];
      c = [high(c[2], q) ^ c[1] ^ k[0], Math.imul(q, c[2]), high(c[0], p) ^ c[3] ^ k[1], Math.imul(p, c[0])];
      k = [(k[0] + 0x9e3779b9) | 0, (k[1] + 0xbb67ae85) | 0];
    }
    const u = c.map((word) => ((word >>> 8) + 0.5) / 2 ** 24);
    for (const at of [0, 2]) {
      const [radius, angle] = [Math.sqrt(-2 * Math.log(u[at])), 2 * Math.PI * u[at + 1]];
      values.push(radius * Math.cos(angle), radius * Math.sin(angle));
    }
  }
  return values;
}
`;

/** The desk's work in tfjs, checked like the others against the number that is shown. */
export function tfjsListing(state: MixerState, model: MixerModel | undefined): string {
  return `import * as tf from "@tensorflow/tfjs";

${state.task === "unmix" ? "" : `${philox}\n`}// a convolution with a kernel of 1 × 1
const mix = (x, w, b) => tf.add(tf.conv2d(x, tf.reshape(w, [1, 1, w.size, 1]), 1, "valid"), b);

${body(state, model)}`;
}

function body(state: MixerState, model: MixerModel | undefined): string {
  const { task, seed, row, column, weights, a, b, relu } = state;
  if (task === "unmix")
    return `const mixture = ${JSON.stringify(MIXTURE)};
const x = tf.buffer([24, 24, 3]); // three channels, each a mixture of all sources
for (let row = 0; row < 24; row++)
  for (let column = 0; column < 24; column++) {
    const disc = Math.hypot(row - 11.5, column - 11.5) < 8;
    const sources = [Number(Math.floor(column / 3) % 2 === 0), Number(disc), row / 23];
    mixture.forEach((shares, channel) => {
      x.set(shares.reduce((sum, share, at) => sum + share * sources[at], 0), row, column, channel);
    });
  }
const w = tf.tensor1d(${JSON.stringify(weights)});
console.log("left of each source:", await tf.dot(w, tf.tensor2d(mixture)).array());
const y = await mix(x.toTensor(), w, 0).array();
${check(model?.pixel.output, `y[${row}][${column}][0]`)}`;
  const desk = `const x = tf.tensor(normals(20000, ${seed}, 0), [10, 10, 200]);
const w = tf.div(tf.tensor1d(normals(200, ${seed}, 1)), Math.sqrt(200));
`;
  if (task === "pixel")
    return `${desk}const y = await mix(x, w, ${DESK_BIAS}).array();
${check(model?.pixel.output, `y[${row}][${column}][0]`)}`;
  return `${desk}const other = tf.tensor(normals(20000, ${seed}, 2), [10, 10, 200]);
const combined = (x, y) => tf.add(tf.mul(${a}, x), tf.mul(${b}, y));
const f = (x) => ${relu ? "tf.relu(mix(x, w, 0))" : "mix(x, w, 0)"};
const error = tf.max(tf.abs(tf.sub(f(combined(x, other)), combined(f(x), f(other)))));
${check(model?.test?.largest, "await error.array()")}`;
}

function check(shown: number | undefined, expression: string): string {
  const print = `const answer = ${expression};
console.log(answer);
`;
  if (shown === undefined) return print;
  const room = Math.max(1e-4, Math.abs(shown) * 1e-5);
  return `${print}if (!(Math.abs(answer - ${shown}) < ${room})) throw new Error("not the figure's number");
`;
}
