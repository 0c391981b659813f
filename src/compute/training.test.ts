import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digitNetwork } from "../core/network/digit-network";
import { createCompute } from "./client";
import { RequestError, UnknownRunError } from "./errors";
import type { TrainStartRequest } from "./training";
import type { Compute } from "./types";

const start: TrainStartRequest = {
  job: "trainStart",
  network: digitNetwork,
  data: { kind: "digits", seed: 1, count: 320 },
  optimizer: { name: "sgd", learningRate: 0.1 },
  init: "heNormal",
  seed: 0,
  batchSize: 32,
};

const image = (value: number) => ({ shape: [1, 8, 8, 1], data: new Float32Array(64).fill(value) });
const box = { shape: [3, 3, 1, 1], data: new Float32Array(9).fill(1) };

describe("training through the engine's face", () => {
  let compute: Compute;
  beforeAll(async () => {
    compute = await createCompute();
  });
  afterAll(() => compute.dispose());

  it("trains, looks, predicts and leaves nothing behind", async () => {
    const before = compute.status().memory;
    const { run, loops } = await compute.run(start);
    expect(loops).toBe("simd");
    const { steps, tier, milliseconds } = await compute.run({ job: "trainStep", run, steps: 10 });
    expect(tier).toBe("wasm");
    expect(milliseconds).toBeGreaterThan(0);
    expect(steps.at(-1)!.loss).toBeLessThan(steps[0]!.loss);
    expect(compute.status().memory.bytes).toBeGreaterThan(before.bytes + 320 * 784 * 4);
    await compute.run({ job: "trainStop", run });
    await compute.run({ job: "conv2d", input: image(1), weights: box });
    expect(compute.status().memory).toEqual(before);
  });

  it("answers other jobs while it trains", async () => {
    const { run } = await compute.run(start);
    let done = false;
    const training = compute.run({ job: "trainStep", run, steps: 60 }).then(() => (done = true));
    for (let value = 0; value < 5; value++) {
      const { output } = await compute.run({ job: "conv2d", input: image(value), weights: box });
      expect(output.data[0]).toBe(9 * value);
    }
    expect(done).toBe(false);
    await training;
  });

  it("stops when called off, and knows where it stands", async () => {
    const { run } = await compute.run(start);
    const controller = new AbortController();
    const endless = compute.run(
      { job: "trainStep", run, steps: 100_000 },
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(), 400);
    await expect(endless).rejects.toThrow("abort");
    const stands = await compute.run({ job: "trainState", run, sets: [] });
    const later = await compute.run({ job: "trainState", run, sets: [] });
    expect(stands.step).toBeGreaterThan(0);
    expect(later.step).toBe(stands.step);
    const { step } = await compute.run({ job: "trainStep", run, steps: 2, at: stands.step });
    expect(step).toBe(stands.step + 2);
  });

  it("refuses by name what cannot be", async () => {
    const layers = [{ kind: "dense", units: 10 }] as const;
    const bad = { ...start, network: { inputShape: [28, 28, 1], layers } };
    await expect(compute.run(bad)).rejects.toThrow(/^layer 0 \(dense\): .*flatten first/);
    const unknown = compute.run({ job: "trainStep", run: "nobody", steps: 1 });
    await expect(unknown).rejects.toBeInstanceOf(UnknownRunError);
    const { run } = await compute.run(start);
    const ahead = compute.run({ job: "trainRewind", run, step: 9 });
    await expect(ahead).rejects.toBeInstanceOf(RequestError);
  });

  it("keeps its runs when the tier is changed", async () => {
    const { run } = await compute.run(start);
    await compute.run({ job: "trainStep", run, steps: 3 });
    await compute.switchTier("cpu");
    const stands = await compute.run({ job: "trainState", run, sets: [] });
    expect(stands).toMatchObject({ step: 3, loops: "simd", tier: "wasm" });
    expect(await compute.run(start)).toMatchObject({ loops: "plain", tier: "cpu" });
  });
});
