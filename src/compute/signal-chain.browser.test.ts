import { expect, test } from "vitest";
import { createCompute } from "./client";
import type { SignalChainRequest } from "./signal-chain";

const chain: SignalChainRequest = {
  job: "signalChain",
  layer: { kind: "dense", width: 512 },
  depth: 100,
  init: "lecunNormal",
  activation: "identity",
  format: "float32",
  seeds: 60,
  method: "literal",
};

test.each(["webgl-f32", "wasm"] as const)(
  "in a worker on %s a chain of many seconds lives, can be called off, and leaves nothing",
  async (tier) => {
    const compute = await createCompute({ tier });
    try {
      expect(compute.status().worker).toBe(true);
      const small = { ...chain, depth: 4, seeds: 2 };
      const first = await compute.run(small);
      expect(first.tier).toBe(tier);
      const { memory, epoch } = compute.status();

      const calledOff = new AbortController();
      const running = compute.run(chain, { signal: calledOff.signal });
      setTimeout(() => calledOff.abort(), 1_500);
      await expect(running).rejects.toMatchObject({ name: "AbortError" });
      const start = performance.now();
      const again = await compute.run(small);
      expect(performance.now() - start).toBeLessThan(4_000);
      expect(again.logRms).toEqual(first.logRms);
      expect(compute.status().memory).toEqual(memory);
      expect(compute.status().epoch).toBe(epoch);
    } finally {
      await compute.dispose();
    }
  },
);

test("a chain that takes longer than any single answer may is no hung device", async () => {
  const compute = await createCompute({ tier: "webgl-f32" });
  try {
    const { milliseconds, madeBy, tier, epoch } = await compute.run({ ...chain, seeds: 20 });
    expect({ madeBy, tier, epoch }).toEqual({ madeBy: "webgl", tier: "webgl-f32", epoch: 0 });
    expect(milliseconds).toBeGreaterThan(0);
  } finally {
    await compute.dispose();
  }
}, 60_000);
