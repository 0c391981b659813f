import { afterEach, describe, expect, it } from "vitest";
import { digitNetwork } from "../core/network/digit-network";
import { createCompute } from "./client";
import { UnknownRunError } from "./errors";
import { createFaultyCompute, type FaultyCompute } from "./faulty-client";
import type { TrainStartRequest } from "./training";
import type { Compute, Tier } from "./types";

const start: TrainStartRequest = {
  job: "trainStart",
  network: digitNetwork,
  data: { kind: "digits", seed: 1, count: 320 },
  optimizer: { name: "adam", learningRate: 0.002 },
  init: "heNormal",
  seed: 0,
  batchSize: 32,
  checkpointEvery: 8,
};

const open: Compute[] = [];
afterEach(async () => {
  for (const compute of open.splice(0)) await compute.dispose();
});

async function engine(tier: Tier): Promise<FaultyCompute> {
  const compute = await createFaultyCompute({ tier });
  open.push(compute);
  return compute;
}

const lossesOf = async (compute: Compute, steps: number) => {
  const { run } = await compute.run(start);
  const result = await compute.run({ job: "trainStep", run, steps });
  return { run, loops: result.loops, losses: result.steps.map(({ loss }) => loss) };
};

describe("training in a browser", () => {
  it("prints the same first losses on every tier", async () => {
    const printed: Record<string, string[]> = {};
    for (const tier of ["cpu", "wasm", "webgl-f32", "webgl-f16"] as const) {
      const { losses, loops } = await lossesOf(await engine(tier), 5);
      expect(loops).toBe(tier === "cpu" ? "plain" : "simd");
      printed[tier] = losses.map((loss) => loss.toFixed(4));
    }
    for (const losses of Object.values(printed)) expect(losses).toEqual(printed.cpu);
  });

  it("counts no step twice when the graphics context is lost under it", async () => {
    const compute = await engine("webgl-f32");
    const { losses } = await lossesOf(compute, 30);
    const { run } = await compute.run(start);
    const training = compute.run({ job: "trainStep", run, steps: 30 });
    setTimeout(() => compute.inject("lose-context"), 20);
    const { steps, step } = await training;
    expect(step).toBe(30);
    expect(steps.map(({ loss }) => loss)).toEqual(losses);
    const { snapshot } = await compute.run({ job: "trainState", run, sets: [] });
    expect(snapshot.optimizerStep).toBe(30);
  });

  it("says so when the worker died with the run, and goes on from a snapshot", async () => {
    const compute = await engine("wasm");
    const { losses } = await lossesOf(compute, 20);
    const { run } = await compute.run(start);
    await compute.run({ job: "trainStep", run, steps: 10 });
    const { snapshot } = await compute.run({ job: "trainState", run, sets: [] });
    const training = compute.run({ job: "trainStep", run, steps: 5000 });
    setTimeout(() => compute.inject("close"), 30);
    await expect(training).rejects.toBeInstanceOf(UnknownRunError);
    const again = await compute.run({ ...start, from: snapshot });
    const { steps } = await compute.run({ job: "trainStep", run: again.run, steps: 10 });
    expect(steps.map(({ loss }) => loss)).toEqual(losses.slice(10));
    expect(steps[0]!.step).toBe(11);
  });

  it("leaves other figures alive: a picture comes within a tenth of a second", async () => {
    const compute = await createCompute({ tier: "wasm" });
    open.push(compute);
    const { run } = await compute.run(start);
    const controller = new AbortController();
    const training = compute.run(
      { job: "trainStep", run, steps: 100_000 },
      { signal: controller.signal },
    );
    const input = { shape: [1, 32, 32, 1], data: new Float32Array(1024).fill(1) };
    const waits: number[] = [];
    for (let round = 0; round < 12; round++) {
      const weights = { shape: [3, 3, 1, 1], data: new Float32Array(9).fill(round) };
      const asked = performance.now();
      await compute.run({ job: "conv2d", input, weights });
      waits.push(performance.now() - asked);
    }
    controller.abort();
    await expect(training).rejects.toThrow();
    expect(waits.sort((a, b) => a - b)[6]).toBeLessThan(100);
  });
});
