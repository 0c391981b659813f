import { expect, test } from "vitest";
import type { SignalChainResult, Tier } from "../../compute/types";
import { createEngineSource } from "../../widget-kit/engine-source";
import { experiments } from "./experiments";
import { measuredOf } from "./measured";
import { raceRequest } from "./request";
import { schema } from "./schema";
import { fateOf, type Fate } from "./verdict";

const SEEDS = 200;
const fates: Readonly<Record<string, Fate>> = {
  "1": "exploded",
  "2": "vanished",
  "3": "held",
  "4": "shrank",
  "5a": "shrank",
  "5b": "shrank",
  "6": "held",
};

/** Of the scale's change over a hundred layers, in powers of ten, what theory allows one seed. */
const room: Readonly<Record<string, readonly [number, number]>> = {
  "3": [-0.8, 0.7],
  "4": [-1.7, -0.7],
  "5a": [-1.7, -0.7],
  "5b": [-16.2, -13.9],
  "6": [-1.1, 0.9],
};

test.each<Tier>(["webgl-f32", "wasm", "cpu"])(
  "on %s every one of 200 seeds of every experiment fares as its verdict says",
  { timeout: 120_000 },
  async (tier) => {
    const compute = await createEngineSource({ tier }).compute();
    try {
      for (const { id, state } of experiments) {
        const request = raceRequest({ ...schema.defaults, ...state, seeds: SEEDS });
        const result = (await compute.run(request)) as SignalChainResult;
        const { depth, events, runs } = { depth: 100, events: result.events, runs: SEEDS };
        expect(fateOf(measuredOf(result)), id).toBe(fates[id]);
        for (let seed = 0; seed < runs; seed++) {
          const broken = events.anyNonFinite[seed]!;
          const zero = events.allZero[seed]!;
          const change = result.logRms[seed * depth + depth - 1]! - result.inputLogRms[seed]!;
          if (id === "1") expect([28, 29]).toContain(broken);
          else expect(broken).toBe(0);
          if (id === "2") expect([69, 70, 71]).toContain(zero);
          else expect(zero).toBe(0);
          const [least, most] = room[id] ?? [NaN, NaN];
          if (id in room)
            expect(change > least && change < most, `${id}, seed ${seed}: ${change}`).toBe(true);
        }
      }
    } finally {
      await compute.dispose();
    }
  },
);
