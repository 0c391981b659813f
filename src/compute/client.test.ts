import { afterAll, beforeAll, expect, test } from "vitest";
import { conv2d } from "../core/conv/conv2d";
import { createCompute } from "./client";
import type { Compute, Conv2dRequest } from "./types";

const request: Conv2dRequest = {
  job: "conv2d",
  input: { shape: [1, 5, 5, 2], data: Float32Array.from({ length: 50 }, (_, i) => Math.sin(i)) },
  weights: { shape: [3, 3, 2, 2], data: Float32Array.from({ length: 36 }, (_, i) => Math.cos(i)) },
  padding: "same",
  partialsOf: 1,
};

let compute: Compute;

beforeAll(async () => {
  compute = await createCompute();
});
afterAll(() => compute.dispose());

test("in Node the engine runs plain loops in the caller's thread, without a notice", () => {
  expect(compute.status()).toEqual({
    tier: "cpu",
    renderer: "",
    precision: "float32",
    worker: false,
    memory: { tensors: 0, bytes: 0 },
    epoch: 0,
    state: "ready",
  });
});

test("numbers are the reference's", async () => {
  const { output, partials, tier } = await compute.run(request);
  expect(output).toEqual(conv2d(request));
  expect(partials?.shape).toEqual([1, 5, 5, 2]);
  expect(tier).toBe("cpu");
});

test("pictures are pixels, with the range of their plane", async () => {
  const { pictures } = await compute.run({
    job: "render",
    conv: request,
    views: [
      {
        key: "map",
        plane: { of: "output", outChannel: 0 },
        scale: { kind: "signed", limit: "auto" },
      },
    ],
  });
  const plane = conv2d(request).data.filter((_, i) => i % 2 === 0);
  expect(pictures.map).toMatchObject({ width: 5, height: 5 });
  expect(pictures.map?.pixels).toHaveLength(100);
  expect(pictures.map?.range.max).toBe(Math.max(...plane));
});
