import { expect, test } from "vitest";
import { normals, uniforms } from "./fill";
import { normalAt, uniformAt } from "./philox";

const sequence = { seed: 2 ** 33 + 5, stream: 7, step: 3 };

test("lists hold the very numbers that single draws give", () => {
  const list = normals(11, sequence);
  const flat = uniforms(10, sequence);
  expect(list).toHaveLength(11);
  list.forEach((value, index) => expect(value).toBe(normalAt({ ...sequence, index })));
  flat.forEach((value, index) => expect(value).toBe(uniformAt({ ...sequence, index })));
});

test("seed 0 is a seed, and streams and steps differ", () => {
  const first = normals(1, { seed: 0 })[0];
  expect(normals(1, { seed: 0 })[0]).toBe(first);
  expect(normals(1, { seed: 0, stream: 1 })[0]).not.toBe(first);
  expect(normals(1, { seed: 0, step: 1 })[0]).not.toBe(first);
});
