import { describe, expect, test } from "vitest";
import {
  BudgetError,
  DisposedError,
  ReleasedLeaseError,
  ShapeMismatchError,
  SupersededError,
  UnsupportedOpError,
} from "../errors";
import type { ComputeStatus, Tier } from "../types";
import { numberIn, settle, start, watch, useFakeClock } from "./fake-client";
import { fakeSource, numbered, software, type FakeSource } from "./fake-devices";

describe("the client over fake devices", () => {
  useFakeClock();

  test("answers with the numbers, the time, the tier and the epoch", async () => {
    const source = fakeSource();
    const compute = await start(source);
    source.last().delay = 40;
    const answer = watch(compute.run(numbered(7)));
    await settle(100);
    expect(answer.value).toMatchObject({ job: "conv2d", tier: "webgl-f32", epoch: 0 });
    expect(numberIn(answer)).toBe(7);
    expect(answer.value?.milliseconds).toBeGreaterThanOrEqual(40);
  });

  describe("requests", () => {
    test("are refused when malformed or too dear, before any device hears of them", async () => {
      const source = fakeSource();
      const compute = await start(source);
      const misfit = { ...numbered(1), weights: { shape: [1], data: new Float32Array(1) } };
      await expect(compute.run(misfit)).rejects.toBeInstanceOf(ShapeMismatchError);
      const side = 4_000;
      const huge = {
        job: "conv2d" as const,
        input: { shape: [1, side, side, 3], data: new Float32Array(side * side * 3) },
        weights: { shape: [7, 7, 3, 1], data: new Float32Array(147) },
      };
      await expect(compute.run(huge)).rejects.toBeInstanceOf(BudgetError);
      await settle(10);
      expect(source.last().started).toEqual([]);
    });

    test("of a lane are superseded by newer ones", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().delay = 15;
      const answers = [1, 2, 3, 4].map((n) => watch(compute.run(numbered(n), { lane: "slider" })));
      await settle(100);
      expect(answers.map(({ error }) => error instanceof SupersededError)).toEqual([
        false,
        true,
        true,
        false,
      ]);
      expect(numberIn(answers[3]!)).toBe(4);
      expect(source.last().started).toHaveLength(2);
    });

    test("of a higher priority go first", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().delay = 10;
      for (const n of [1, 2]) watch(compute.run(numbered(n)));
      watch(compute.run(numbered(3), { priority: 1 }));
      await settle(100);
      expect(source.last().started.map(({ input }) => input.data[0])).toEqual([1, 3, 2]);
    });

    test("end at once when aborted, waiting or running, and the device goes on", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().delay = 50;
      const [running, waiting] = [new AbortController(), new AbortController()];
      const first = watch(compute.run(numbered(1), { signal: running.signal }));
      const second = watch(compute.run(numbered(2), { signal: waiting.signal }));
      const third = watch(compute.run(numbered(3)));
      await settle(10);
      running.abort();
      waiting.abort();
      await settle(1);
      expect(first.error).toMatchObject({ name: "AbortError" });
      expect(second.error).toMatchObject({ name: "AbortError" });
      await settle(200);
      expect(numberIn(third)).toBe(3);
      expect(source.last().started).toHaveLength(2);
      await expect(compute.run(numbered(4), { signal: waiting.signal })).rejects.toMatchObject({
        name: "AbortError",
      });
    });
  });

  test("an op that fails on its own device is done by plain loops", async () => {
    const source = fakeSource();
    const compute = await start(source);
    source.last().mood = new Error("shader does not compile");
    const answer = watch(compute.run(numbered(9)));
    await settle(500);
    expect(answer.value).toMatchObject({ tier: "cpu", epoch: 0 });
    expect(compute.status().tier).toBe("webgl-f32");
  });

  describe("leases", () => {
    test("keep a tensor on the device until released", async () => {
      const source = fakeSource();
      const compute = await start(source);
      const { input } = numbered(1);
      const lease = compute.hold(input);
      await settle(10);
      expect(source.last().held.has(input)).toBe(true);
      expect(compute.status().memory.tensors).toBe(1);
      expect(lease.tensor).toBe(input);
      lease.release();
      await settle(10);
      expect(compute.status().memory.tensors).toBe(0);
      expect(() => lease.tensor).toThrow(ReleasedLeaseError);
      expect(() => lease.release()).toThrow(ReleasedLeaseError);
      expect(() => lease[Symbol.dispose]()).not.toThrow();
    });

    test("die with their device", async () => {
      const source = fakeSource();
      const compute = await start(source);
      const lease = compute.hold(numbered(1).input);
      await settle(10);
      source.last().die();
      await settle(1_000);
      expect(() => lease.tensor).toThrow(ReleasedLeaseError);
      expect(() => lease.release()).toThrow(ReleasedLeaseError);
      expect(source.last().held.size).toBe(0);
    });

    test("taken while the device is being made again are kept by the new one", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().die();
      await settle(5);
      const lease = compute.hold(numbered(1).input);
      await settle(1_000);
      expect(source.last().held.has(lease.tensor)).toBe(true);
    });
  });

  describe("the tier", () => {
    const answerTimes = { "webgl-f32": 30, wasm: 5, cpu: 12 } as const;
    const opened = async (source: FakeSource, tier?: Tier) =>
      (await start(source, tier ? { tier } : {})).status();

    test("is WebGL on a graphics processor, unmeasured and without a notice", async () => {
      const source = fakeSource();
      const status = await opened(source);
      expect(status).toMatchObject({ tier: "webgl-f32", renderer: "ANGLE (Real GPU)" });
      expect(status.notice).toBeUndefined();
      expect(source.made).toHaveLength(1);
    });

    test("is the fastest where software draws, and the losers are disposed", async () => {
      for (const [fastest, times] of [
        ["wasm", answerTimes],
        ["cpu", { ...answerTimes, cpu: 2 }],
        ["webgl-f32", { ...answerTimes, "webgl-f32": 1 }],
      ] as const) {
        const source = fakeSource(software);
        Object.assign(source.delays, times);
        const status = await opened(source);
        expect(status.tier).toBe(fastest);
        expect(status.notice).toBeUndefined();
        expect(source.made.filter(({ disposed }) => !disposed).map(({ tier }) => tier)).toEqual([
          fastest,
        ]);
      }
    });

    test("is wasm, with a notice, where there is no WebGL", async () => {
      const source = fakeSource({ usable: false, reason: "no" });
      const status = await opened(source);
      expect(status.tier).toBe("wasm");
      expect(status.notice).toMatch(/no WebGL/);
    });

    test("is cpu, with a notice, where there is neither WebGL nor wasm", async () => {
      const source = fakeSource({ usable: false, reason: "no" });
      source.broken.add("wasm");
      const status = await opened(source);
      expect(status.tier).toBe("cpu");
      expect(status.notice).toMatch(/plain code/);
    });

    test("is never one whose numbers are wrong", async () => {
      const source = fakeSource();
      const { webgl } = source.makers;
      source.makers.webgl = async (precision) => {
        await webgl(precision);
        source.last().mood = "zeros";
        return source.last();
      };
      const status = await opened(source);
      expect(status.tier).toBe("wasm");
      expect(status.notice).toMatch(/wrong or no numbers/);
      expect(source.made[0]?.disposed).toBe(true);
    });

    test("is never one whose numbers do not arrive", async () => {
      const source = fakeSource();
      const { webgl } = source.makers;
      source.makers.webgl = async (precision) => {
        await webgl(precision);
        source.last().mood = "hang";
        return source.last();
      };
      const compute = await start(source, {}, 3_000);
      expect(compute.status().tier).toBe("wasm");
    });

    test("is the one asked for, or the engine does not start", async () => {
      for (const tier of ["webgl-f32", "webgl-f16", "wasm", "cpu"] as const)
        expect((await opened(fakeSource(), tier)).tier).toBe(tier);
      const without = fakeSource({ usable: false, reason: "there is no WebGL 2" });
      await expect(start(without, { tier: "webgl-f32" })).rejects.toThrow(UnsupportedOpError);
    });

    test("can be changed while requests run; what waits is done on the new one", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().delay = 50;
      const [running, waiting] = [1, 2].map((n) => watch(compute.run(numbered(n))));
      const lease = compute.hold(numbered(3).input);
      const switched = watch(compute.switchTier("cpu"));
      await settle(200);
      expect(switched.error).toBeUndefined();
      expect(running?.value).toMatchObject({ tier: "webgl-f32", epoch: 0 });
      expect(waiting?.value).toMatchObject({ tier: "cpu", epoch: 1 });
      expect(source.made[0]?.disposed).toBe(true);
      expect(() => lease.tensor).toThrow(ReleasedLeaseError);
    });

    test("stays when the one asked for cannot be had", async () => {
      const source = fakeSource();
      const compute = await start(source, { tier: "wasm" });
      source.webgl = { usable: false, reason: "there is no WebGL 2" };
      const switched = watch(compute.switchTier("webgl-f32"));
      const answer = watch(compute.run(numbered(4)));
      await settle(2_000);
      expect(switched.error).toBeInstanceOf(UnsupportedOpError);
      expect(answer.value).toMatchObject({ tier: "wasm" });
    });
  });

  test("the status is told whenever it changes", async () => {
    const source = fakeSource();
    const seen: ComputeStatus[] = [];
    const compute = await start(source, { onStatus: (status) => seen.push(status) });
    source.last().die();
    await settle(1_000);
    await Promise.all([compute.dispose(), settle(100)]);
    expect(seen.map(({ state }) => state)).toEqual(["ready", "recovering", "ready", "disposed"]);
    expect(seen.every(({ worker }) => !worker)).toBe(true);
  });

  test("dispose rejects what is under way, frees the device and ends the engine", async () => {
    const source = fakeSource();
    const compute = await start(source);
    source.last().delay = 50;
    compute.hold(numbered(1).input);
    const answers = [1, 2].map((n) => watch(compute.run(numbered(n))));
    await settle(10);
    await Promise.all([compute.dispose(), settle(10)]);
    for (const { error } of answers) expect(error).toBeInstanceOf(DisposedError);
    expect(source.last().disposed).toBe(true);
    expect(compute.status()).toMatchObject({
      state: "disposed",
      memory: { tensors: 0, bytes: 0 },
    });
    await expect(compute.run(numbered(3))).rejects.toBeInstanceOf(DisposedError);
    expect(() => compute.hold(numbered(3).input)).toThrow(DisposedError);
    await expect(compute.switchTier("cpu")).rejects.toBeInstanceOf(DisposedError);
  });
});
