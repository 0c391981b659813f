import { expect, test } from "vitest";
import { normals, uniforms } from "../../../core/random/fill";
import { philox4x32 } from "../../../core/random/philox";
import { assemble } from "../../simd/module";
import { fillNormals, fillUniforms, fillWords } from "./fill-simd";

type Fill = (...parameters: number[]) => void;

const { instance } = await WebAssembly.instantiate(
  assemble([fillWords, fillNormals, fillUniforms], 80),
);
const { memory, ...fills } = instance.exports as unknown as {
  readonly memory: WebAssembly.Memory;
  readonly words: Fill;
  readonly normals: Fill;
  readonly uniforms: Fill;
};

const START = 1024;
const seed = 2 ** 33 + 5;

function filled(fill: Fill, count: number, block = 0, scale = 1): Uint32Array {
  fill(START, START + count * 4, block, 7, 3, seed >>> 0, Math.floor(seed / 2 ** 32), scale);
  return new Uint32Array(memory.buffer, START, count).slice();
}

test("words are the generator's own, whatever the block", () => {
  for (const block of [0, 5, 2 ** 31 - 2, 2 ** 32 - 6]) {
    const words = filled(fills.words, 32, block);
    for (let at = 0; at < 32; at += 4)
      expect([...words.slice(at, at + 4)]).toEqual(
        philox4x32([(block + at / 4) >>> 0, 0, 7, 3], [5, 2]),
      );
  }
});

test("normal numbers are the reference's within 2e-6", () => {
  const count = 2 ** 20;
  const made = new Float32Array(filled(fills.normals, count).buffer);
  const expected = normals(count, { seed, stream: 7, step: 3 });
  let worst = 0;
  for (let at = 0; at < count; at++)
    worst = Math.max(
      worst,
      Math.abs(made[at]! - expected[at]!) / Math.max(1, Math.abs(expected[at]!)),
    );
  expect(worst).toBeLessThan(2e-6);
});

test("uniform numbers are the reference's to the last digit of float32", () => {
  const made = new Float32Array(filled(fills.uniforms, 4096).buffer);
  const expected = uniforms(4096, { seed, stream: 7, step: 3 });
  made.forEach((value, at) => expect(value).toBe(Math.fround(2 * expected[at]! - 1)));
});

test("the scale multiplies", () => {
  const once = new Float32Array(filled(fills.normals, 64).buffer);
  const scaled = new Float32Array(filled(fills.normals, 64, 0, 0.01).buffer);
  scaled.forEach((value, at) => expect(value).toBe(Math.fround(once[at]! * Math.fround(0.01))));
});
