import { describe, expect, test } from "vitest";
import { DeviceLostError } from "../errors";
import { heavy, numberIn, settle, start, watch, useFakeClock } from "./fake-client";
import { fakeSource, numbered } from "./fake-devices";

describe("the client over fake devices that fail", () => {
  useFakeClock();

  describe("a lost device", () => {
    test("is made again within 2 s and the running and waiting requests are done on it", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().delay = 50;
      const answers = [1, 2, 3].map((n) => watch(compute.run(heavy(n))));
      await settle(60);
      source.last().die();
      await settle(1);
      expect(compute.status()).toMatchObject({ state: "recovering", epoch: 1 });
      await settle(1_000);
      expect(answers.map(numberIn)).toEqual([1, 2, 3].map((n) => 21 * 21 * n * n));
      expect(answers.map(({ value }) => value?.epoch)).toEqual([0, 1, 1]);
      expect(answers.map(({ value }) => value?.tier)).toEqual(Array(3).fill("webgl-f32"));
      expect(compute.status()).toMatchObject({ state: "ready", tier: "webgl-f32", epoch: 1 });
      expect(source.made[0]?.disposed).toBe(true);
    });

    test("never has its last numbers delivered", async () => {
      const source = fakeSource();
      const compute = await start(source);
      const dying = source.last();
      dying.delay = 50;
      dying.mood = "zeros";
      const answer = watch(compute.run(numbered(5)));
      await settle(10);
      dying.die();
      await settle(2_000);
      expect(numberIn(answer)).toBe(5);
      expect(answer.value?.epoch).toBe(1);
    });

    test("is waited for after an error that names no reason", async () => {
      const source = fakeSource();
      const compute = await start(source);
      const dying = source.last();
      dying.mood = new Error("INVALID_OPERATION");
      const answer = watch(compute.run(heavy(5)));
      await settle(20);
      dying.die();
      await settle(1_000);
      expect(answer.value).toMatchObject({ tier: "webgl-f32", epoch: 1 });
    });

    test("is given up at the third loss in a row, and the notice says so", async () => {
      const source = fakeSource();
      const compute = await start(source);
      for (let loss = 1; loss <= 2; loss++) {
        source.last().die();
        await settle(2_000);
        expect(compute.status()).toMatchObject({ tier: "webgl-f32", epoch: loss, state: "ready" });
      }
      source.last().die();
      await settle(100);
      expect(compute.status()).toMatchObject({ tier: "wasm", epoch: 3, state: "ready" });
      expect(compute.status().notice).toMatch(
        /graphics processor failed several times.*WebAssembly/,
      );
      const answer = watch(compute.run(numbered(6)));
      await settle(100);
      expect(answer.value).toMatchObject({ tier: "wasm", epoch: 3 });
    });

    test("is given up after three rebuilds in ten minutes", async () => {
      const source = fakeSource();
      const compute = await start(source);
      for (let loss = 1; loss <= 3; loss++) {
        source.last().die();
        await settle(70_000);
        expect(compute.status()).toMatchObject({ tier: "webgl-f32", epoch: loss });
      }
      source.last().die();
      await settle(100);
      expect(compute.status()).toMatchObject({ tier: "wasm", epoch: 4, state: "ready" });
    });

    test("is stood in for by plain loops within 200 ms, for work that is light", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().delay = 50;
      const answers = [6, 7].map((n) => watch(compute.run(numbered(n))));
      await settle(10);
      source.last().die();
      await settle(200);
      expect(compute.status().state).toBe("recovering");
      expect(answers.map(numberIn)).toEqual([6, 7]);
      for (const { value } of answers) expect(value).toMatchObject({ tier: "cpu", epoch: 1 });
      await settle(1_000);
      expect(compute.status()).toMatchObject({ tier: "webgl-f32", state: "ready" });
      const after = watch(compute.run(numbered(8)));
      await settle(100);
      expect(after.value).toMatchObject({ tier: "webgl-f32", epoch: 1 });
    });

    test("is forgiven after ten minutes", async () => {
      const source = fakeSource();
      const compute = await start(source);
      for (let loss = 0; loss < 6; loss++) {
        source.last().die();
        await settle(300_000);
      }
      expect(compute.status().tier).toBe("webgl-f32");
    });

    test("is given up at once when the browser blocks WebGL", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().die();
      await settle(70_000);
      source.last().die();
      source.webgl = { usable: false, reason: "blocked" };
      const answer = watch(compute.run(heavy(2)));
      await settle(1_000);
      expect(answer.value).toMatchObject({ tier: "wasm", epoch: 2 });
      expect(compute.status().notice).toBeDefined();
    });

    test("falls to plain loops when wasm cannot be had either", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.webgl = { usable: false, reason: "gone" };
      source.broken.add("wasm");
      source.last().die();
      await settle(2_000);
      expect(compute.status()).toMatchObject({ tier: "cpu", state: "ready" });
    });

    test("rejects what waits when it takes longer than 6 s to come back", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.makers.webgl = () => new Promise(() => {});
      source.makers.wasm = () => new Promise(() => {});
      source.last().delay = 50;
      const answers = [1, 2].map((n) => watch(compute.run(heavy(n))));
      await settle(10);
      source.last().die();
      await settle(6_000);
      for (const { error, after } of answers) {
        expect(error).toBeInstanceOf(DeviceLostError);
        expect(after).toBeLessThanOrEqual(6_000);
      }
    });
  });

  describe("a device that hangs", () => {
    test("has its request done by its successor within 6 s", async () => {
      const source = fakeSource();
      const compute = await start(source);
      source.last().mood = "hang";
      const hung = watch(compute.run(numbered(1)));
      await settle(5_900);
      expect(numberIn(hung)).toBe(1);
      expect(hung.value?.epoch).toBe(1);
      expect(hung.after).toBeLessThanOrEqual(6_000);
      const next = watch(compute.run(numbered(2)));
      await settle(1_000);
      expect(numberIn(next)).toBe(2);
      expect(next.value?.epoch).toBe(1);
    });

    test("and its successors do not keep a heavy request longer than 6 s", async () => {
      const source = fakeSource();
      const compute = await start(source);
      const { webgl } = source.makers;
      source.makers.webgl = async (precision) => {
        const device = await webgl(precision);
        source.last().delay = 30;
        setTimeout(() => (source.last().mood = "hang"), 30 + 5);
        return device;
      };
      source.last().mood = "hang";
      const hung = watch(compute.run(heavy(1)));
      await settle(6_000);
      expect(hung.error).toBeInstanceOf(DeviceLostError);
      expect(hung.after).toBeLessThanOrEqual(6_000);
    });
  });
});
