import { expect, test, vi } from "vitest";
import type { Compute, ComputeOptions, ComputeStatus } from "../compute/types";
import { createEngineSource, idleEngine } from "./engine-source";

const ready: ComputeStatus = {
  tier: "wasm",
  renderer: "",
  precision: "float32",
  worker: true,
  memory: { tensors: 0, bytes: 0 },
  epoch: 0,
  state: "ready",
};

const engine = { status: () => ready } as Compute;

test("the engine is made once, when the first widget asks", async () => {
  const connect = vi.fn(async () => engine);
  const source = createEngineSource({ connect });
  expect(connect).not.toHaveBeenCalled();
  expect(source.status()).toBeNull();
  const [one, two] = await Promise.all([source.compute(), source.compute()]);
  expect(one).toBe(two);
  expect(connect).toHaveBeenCalledTimes(1);
  expect(source.status()).toBe(ready);
});

test("a change of the status reaches who listens, until they stop", async () => {
  let report: ComputeOptions["onStatus"];
  const source = createEngineSource({
    connect: async (options) => {
      report = options.onStatus;
      return engine;
    },
  });
  const listener = vi.fn();
  const stop = source.subscribe(listener);
  await source.compute();
  const recovering: ComputeStatus = { ...ready, state: "recovering" };
  report!(recovering);
  expect(source.status()).toBe(recovering);
  stop();
  report!(ready);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("an engine that could not be loaded is tried again", async () => {
  const connect = vi.fn(async () => engine).mockRejectedValueOnce(new Error("no network"));
  const source = createEngineSource({ connect });
  await expect(source.compute()).rejects.toThrow("no network");
  await expect(source.compute()).resolves.toBe(engine);
});

test("a forced tier is passed on", async () => {
  const connect = vi.fn<(options: ComputeOptions) => Promise<Compute>>(async () => engine);
  await createEngineSource({ connect, tier: "cpu" }).compute();
  expect(connect.mock.calls[0]![0].tier).toBe("cpu");
});

test("the idle engine never answers and says nothing", async () => {
  const source = idleEngine();
  const answer = await Promise.race([source.compute(), Promise.resolve("nothing")]);
  expect(answer).toBe("nothing");
  expect(source.status()).toBeNull();
});

test("the reader's tier is switched to, told, and remembered only when it is had", async () => {
  const switchTier = vi.fn(async () => {}).mockRejectedValueOnce(new Error("no WebGL here"));
  const onAsked = vi.fn();
  const source = createEngineSource({ connect: async () => ({ ...engine, switchTier }), onAsked });
  await expect(source.switchTier("webgl-f32")).rejects.toThrow("no WebGL here");
  expect(source.asked()).toBe("auto");
  expect(onAsked).not.toHaveBeenCalled();
  await source.switchTier("cpu");
  expect(switchTier).toHaveBeenLastCalledWith("cpu");
  expect(source.asked()).toBe("cpu");
  expect(onAsked.mock.calls).toEqual([["cpu"]]);
});

test("a remembered tier that this machine has not is forgotten", async () => {
  const connect = vi
    .fn<(options: ComputeOptions) => Promise<Compute>>(async () => engine)
    .mockRejectedValueOnce(new Error("no WebGL here"));
  const onAsked = vi.fn();
  const source = createEngineSource({ connect, tier: "webgl-f32", onAsked });
  await expect(source.compute()).resolves.toBe(engine);
  expect(connect.mock.calls[1]![0].tier).toBeUndefined();
  expect(onAsked.mock.calls).toEqual([["auto"]]);
});
