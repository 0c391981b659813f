import { afterEach, describe, expect, test } from "vitest";
import { colorize } from "../core/color/colorize";
import { conv2d } from "../core/conv/conv2d";
import { createCompute } from "./client";
import { BudgetError, SupersededError } from "./errors";
import { createFaultyCompute, type FaultyCompute } from "./faulty-client";
import type {
  Compute,
  ComputeOptions,
  RenderedPicture,
  RenderRequest,
  RenderResult,
  Tensor,
} from "./types";

const SIDE = 64;
const open: Compute[] = [];

/** Whole numbers, so that every tier sums them exactly, in whatever order. */
function whole(shape: readonly number[], seed: number): Tensor {
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, (_, i) => ((i * 7 + seed * 13) % 9) - 4) };
}

const input = whole([1, SIDE, SIDE, 3], 1);

function request(seed: number): RenderRequest {
  return {
    job: "render",
    conv: { input, weights: whole([3, 3, 3, 1], seed), padding: "same" },
    views: [
      {
        key: "map",
        plane: { of: "output", outChannel: 0 },
        scale: { kind: "signed", limit: "auto" },
      },
    ],
  };
}

function pixelsOf({ bitmap, pixels, width, height }: RenderedPicture): Uint8ClampedArray {
  if (pixels) return pixels;
  const context = new OffscreenCanvas(width, height).getContext("2d", {
    willReadFrequently: true,
  })!;
  context.drawImage(bitmap!, 0, 0);
  bitmap!.close();
  return context.getImageData(0, 0, width, height).data;
}

/** Largest difference in any byte of a picture from the reference's. */
function worstByte(picture: RenderedPicture, seed: number): number {
  const { conv, views } = request(seed);
  const expected = colorize([conv2d(conv).data], SIDE, SIDE, views[0]!.scale).pixels;
  const pixels = pixelsOf(picture);
  expect(pixels).toHaveLength(expected.length);
  return pixels.reduce((worst, byte, i) => Math.max(worst, Math.abs(byte - expected[i]!)), 0);
}

async function expectRight(compute: Compute, seed: number): Promise<void> {
  const { pictures } = await compute.run(request(seed));
  expect(worstByte(pictures.map!, seed)).toBeLessThanOrEqual(1);
}

async function start(options?: ComputeOptions): Promise<Compute> {
  const compute = await createCompute(options);
  open.push(compute);
  return compute;
}

async function startFaulty(...args: Parameters<typeof createFaultyCompute>) {
  const compute = await createFaultyCompute(...args);
  open.push(compute);
  return compute;
}

/** Replaces a property for the length of a test. */
function stub<T extends object, K extends keyof T>(owner: T, key: K, value: T[K]): void {
  const before = Object.getOwnPropertyDescriptor(owner, key)!;
  Object.defineProperty(owner, key, { ...before, value });
  restore.push(() => Object.defineProperty(owner, key, before));
}

const restore: (() => void)[] = [];

afterEach(async () => {
  for (const undo of restore.splice(0)) undo();
  await Promise.all(open.splice(0).map((compute) => compute.dispose()));
});

describe("the engine in a worker", () => {
  test.each(["webgl-f32", "webgl-f16", "wasm", "cpu"] as const)(
    "gives the reference's numbers and pixels on %s",
    async (tier) => {
      const compute = await start({ tier });
      expect(compute.status()).toMatchObject({ tier, worker: true, state: "ready", epoch: 0 });
      const { conv } = request(2);
      const numbers = await compute.run({ job: "conv2d", ...conv });
      expect(numbers.output).toEqual(conv2d(conv));
      expect(numbers.tier).toBe(tier);
      await expectRight(compute, 3);
    },
  );

  test("chooses a tier by measuring where software draws, and says nothing of it", async () => {
    const compute = await start();
    const { tier, notice, worker } = compute.status();
    expect(["webgl-f32", "wasm", "cpu"]).toContain(tier);
    expect({ notice, worker }).toEqual({ notice: undefined, worker: true });
    await expectRight(compute, 4);
  });

  test("changes the tier while it runs", async () => {
    const compute = await start({ tier: "webgl-f32" });
    const before = compute.run(request(1));
    const switched = compute.switchTier("cpu");
    const after = compute.run(request(2));
    await switched;
    expect((await before).tier).toBe("webgl-f32");
    expect(await after).toMatchObject({ tier: "cpu", epoch: 1 });
  });

  test("refuses what is over the budget within 50 ms", async () => {
    const compute = await start({ tier: "cpu" });
    const picture = { shape: [1, 2_048, 2_048, 3], data: new Float32Array(2_048 ** 2 * 3) };
    const weights = { shape: [11, 11, 3, 8], data: new Float32Array(11 * 11 * 24) };
    const since = performance.now();
    await expect(
      compute.run({ job: "conv2d", input: picture, weights, padding: "same" }),
    ).rejects.toBeInstanceOf(BudgetError);
    expect(performance.now() - since).toBeLessThan(50);
  });

  test("keeps leased tensors and no others, and nothing after it is disposed", async () => {
    const compute = await start({ tier: "webgl-f32" });
    await expectRight(compute, 1);
    const baseline = compute.status().memory;
    const lease = compute.hold(whole([1, SIDE, SIDE, 3], 9));
    const conv = { ...request(1).conv, input: lease.tensor };
    await compute.run({ job: "conv2d", ...conv });
    for (let seed = 0; seed < 10; seed++) await expectRight(compute, seed);
    const held = compute.status().memory;
    for (let seed = 0; seed < 10; seed++) await expectRight(compute, seed);
    expect(compute.status().memory).toEqual(held);
    expect(held.bytes).toBeGreaterThan(baseline.bytes);
    lease.release();
    await expectRight(compute, 1);
    await compute.dispose();
    expect(compute.status()).toMatchObject({
      state: "disposed",
      memory: { tensors: 0, bytes: 0 },
    });
  });

  test("starts at most 120 of 1,000 requests of a dragged slider, and ends on the last", async () => {
    const compute = await start();
    const lane = "slider";
    const answers: Promise<unknown>[] = [];
    const began = performance.now();
    let last: Promise<RenderResult> | undefined;
    for (let event = 0; event < 1_000; event++) {
      last = compute.run(request(event), { lane });
      answers.push(last.catch((error: unknown) => error));
      const due = began + (event + 1) * 2;
      while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve));
    }
    const since = performance.now();
    const final = await last!;
    expect(performance.now() - since).toBeLessThan(500);
    expect(worstByte(final.pictures.map!, 999)).toBeLessThanOrEqual(1);
    const settled = await Promise.all(answers);
    const superseded = settled.filter((answer) => answer instanceof SupersededError).length;
    expect(superseded).toBeGreaterThanOrEqual(880);
  });
});

describe("a broken engine", () => {
  /** Breaks the engine in the middle of a request and expects the right picture all the same. */
  async function survives(compute: FaultyCompute, fault: Parameters<FaultyCompute["inject"]>[0]) {
    await expectRight(compute, 1);
    const since = performance.now();
    const running = expectRight(compute, 2);
    compute.inject(fault);
    const waiting = expectRight(compute, 3);
    await Promise.all([running, waiting]);
    await expectRight(compute, 4);
    return performance.now() - since;
  }

  test.each([1, 2, 3])("is back within 2 s after a lost context (%i of 3)", async () => {
    const compute = await startFaulty({ tier: "webgl-f32" });
    expect(await survives(compute, "lose-context")).toBeLessThan(2_000);
    // Plain loops have answered; the device itself comes back a little later.
    await expect
      .poll(() => compute.status(), { timeout: 4_000 })
      .toMatchObject({ tier: "webgl-f32", state: "ready", worker: true, epoch: 1 });
  });

  test("leaves WebGL after three losses in a row and says so", async () => {
    const compute = await startFaulty({ tier: "webgl-f32" });
    for (let loss = 1; loss <= 3; loss++) {
      compute.inject("lose-context");
      await expect
        .poll(() => compute.status(), { timeout: 8_000 })
        .toMatchObject({
          epoch: loss,
          state: "ready",
        });
    }
    expect(compute.status().tier).toMatch(/wasm|cpu/);
    expect(compute.status().notice).toMatch(/failed several times/);
    await expectRight(compute, 5);
  });

  test.each(["close", "throw", "reject"] as const)(
    "is back within 3 s after its worker died (%s)",
    async (fault) => {
      const compute = await startFaulty({ tier: "webgl-f32" });
      expect(await survives(compute, fault)).toBeLessThan(3_500);
      await expect.poll(() => compute.status().epoch).toBe(1);
      expect(compute.status()).toMatchObject({ state: "ready", worker: true });
    },
  );

  test("is noticed within 500 ms when its worker closes unasked", async () => {
    const compute = await startFaulty({ tier: "cpu" });
    compute.inject("close");
    await expect.poll(() => compute.status().epoch, { timeout: 500, interval: 10 }).toBe(1);
  });

  test("that hangs has its request settled within 6 s", async () => {
    const compute = await startFaulty({ tier: "webgl-f32" });
    await expectRight(compute, 1);
    compute.inject("hang");
    const since = performance.now();
    const outcome = await compute.run(request(2)).catch((error: unknown) => error);
    expect(performance.now() - since).toBeLessThan(6_000);
    // Done by another tier, or refused; never left waiting, never wrong.
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "device-lost" });
    else expect(worstByte((outcome as RenderResult).pictures.map!, 2)).toBeLessThanOrEqual(1);
    await expect
      .poll(() => compute.status(), { timeout: 10_000 })
      .toMatchObject({ state: "ready" });
    await expectRight(compute, 3);
  });
});

describe("where something is missing", () => {
  test("without workers the page's own thread serves", async () => {
    stub(globalThis, "Worker", undefined as never);
    const compute = await start({ tier: "webgl-f32" });
    expect(compute.status()).toMatchObject({ worker: false, tier: "webgl-f32" });
    await expectRight(compute, 1);
  });

  test("a worker script that is blocked gives way to the page's own thread", async () => {
    const RealWorker = Worker;
    stub(
      globalThis,
      "Worker",
      class extends RealWorker {
        constructor() {
          super(new URL("./no-such-worker.js", location.href), { type: "module" });
        }
      },
    );
    const compute = await start({ tier: "cpu" });
    expect(compute.status()).toMatchObject({ worker: false, tier: "cpu" });
    await expectRight(compute, 1);
  });

  test("without WebGL in either thread another tier serves and says why", async () => {
    for (const prototype of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype]) {
      const { getContext } = prototype;
      stub(prototype, "getContext", function (this: HTMLCanvasElement, ...args: [string]) {
        return /webgl/.test(args[0]) ? null : getContext.apply(this, args as never);
      } as never);
    }
    const compute = await startFaulty({}, ["no-webgl"]);
    expect(compute.status().tier).toMatch(/wasm|cpu/);
    expect(compute.status().notice).toMatch(/no WebGL/);
    await expectRight(compute, 1);
  });

  test("contexts that are born lost are found out within 2 s and three of them", async () => {
    let contexts = 0;
    for (const prototype of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype]) {
      const { getContext } = prototype;
      stub(prototype, "getContext", function (this: HTMLCanvasElement, ...args: [string]) {
        if (/webgl/.test(args[0])) contexts++;
        return getContext.apply(this, args as never);
      } as never);
    }
    stub(WebGL2RenderingContext.prototype, "isContextLost", () => true);
    stub(globalThis, "Worker", undefined as never);
    const since = performance.now();
    const compute = await start();
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(contexts).toBeLessThanOrEqual(3);
    expect(compute.status().tier).toMatch(/wasm|cpu/);
    await expectRight(compute, 1);
  });

  test("contexts that are born lost in the worker lead to the page's own thread", async () => {
    const compute = await startFaulty({ tier: "webgl-f32" }, ["born-lost"]);
    expect(compute.status()).toMatchObject({ worker: false, tier: "webgl-f32" });
    await expectRight(compute, 1);
  });
});
