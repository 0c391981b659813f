/** What a browser may do to the engine, done on purpose. */
import { afterEach, describe, expect, it } from "vitest";
import { conv2d } from "../core/conv/conv2d";
import { createCompute } from "./client";
import { chooseDevice } from "./device/choose";
import { createWebglDevice } from "./device/webgl-device";
import { deviceMakers } from "./device/makers";
import { BudgetError } from "./errors";
import { runOn } from "./ops/testing/devices";
import type { Compute, Conv2dRequest, RenderRequest } from "./types";

const restore: (() => void)[] = [];
const open: Compute[] = [];

afterEach(async () => {
  for (const undo of restore.splice(0).toReversed()) undo();
  await Promise.all(open.splice(0).map((compute) => compute.dispose()));
});

function stub<T extends object, K extends keyof T>(owner: T, key: K, value: T[K]): void {
  const before = Object.getOwnPropertyDescriptor(owner, key)!;
  Object.defineProperty(owner, key, { ...before, value });
  restore.push(() => Object.defineProperty(owner, key, before));
}

const { prototype } = WebGL2RenderingContext;

/** A driver whose textures end at `most` texels a side, and that says so. */
function limitTextures(most: number): { readonly refused: number } {
  const { getParameter, texStorage2D, texImage2D } = prototype;
  const count = { refused: 0 };
  const check = (width: unknown, height: unknown) => {
    if (Math.max(Number(width), Number(height)) > most) count.refused++;
  };
  stub(prototype, "getParameter", function (this: WebGL2RenderingContext, name: number) {
    return name === this.MAX_TEXTURE_SIZE ? most : (getParameter.call(this, name) as unknown);
  });
  stub(prototype, "texStorage2D", function (this: WebGL2RenderingContext, ...args) {
    check(args[3], args[4]);
    texStorage2D.apply(this, args);
  });
  stub(prototype, "texImage2D", function (this: WebGL2RenderingContext, ...args: unknown[]) {
    check(args[3], args[4]);
    Reflect.apply(texImage2D, this, args);
  } as typeof texImage2D);
  return count;
}

function whole(shape: readonly number[], seed: number) {
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, (_, i) => ((i * 7 + seed * 13) % 9) - 4) };
}

function layer(side: number, channels: number): Conv2dRequest {
  const input = whole([1, side, side, 3], 1);
  return { job: "conv2d", input, weights: whole([3, 3, 3, channels], 2), padding: "same" };
}

function pictureOf({ input, weights }: Conv2dRequest): RenderRequest {
  return {
    job: "render",
    conv: { input, weights, padding: "same" },
    views: [
      { key: "a", plane: { of: "sum", outChannel: 0 }, scale: { kind: "signed", limit: "auto" } },
    ],
  };
}

describe("small textures", () => {
  it("of 2,048 texels a side hold the largest picture of the book with eight filters", async () => {
    const count = limitTextures(2_048);
    const device = await createWebglDevice();
    const request = layer(512, 8);
    const { output } = await runOn(device, request);
    expect(output).toEqual(conv2d(request));
    expect(count.refused).toBe(0);
    device.dispose();
  });

  it("of 64 texels a side refuse it with a sentence, and never ask the driver for more", async () => {
    const count = limitTextures(64);
    const device = await createWebglDevice();
    await expect(runOn(device, layer(512, 8))).rejects.toThrow(
      /needs a texture of .*64×64 at most/,
    );
    await expect(runOn(device, layer(512, 8))).rejects.toBeInstanceOf(BudgetError);
    expect(count.refused).toBe(0);
    device.dispose();
  });
});

describe("a driver that cannot be trusted", () => {
  it.each([
    ["takes NaN for a number", /\b0x7f800000u\b/g, "0xffffffffu"],
    [
      "reads one texel further",
      /texelFetch\(([^,()]+),\s*ivec2\(/g,
      "texelFetch($1, ivec2(1, 0) + ivec2(",
    ],
  ] as const)("is left for another tier: it %s", async (_, pattern, lie) => {
    const { shaderSource } = prototype;
    let bent = 0;
    stub(prototype, "shaderSource", function (this: WebGL2RenderingContext, shader, source) {
      const told = source.replace(pattern, lie);
      if (told !== source) bent++;
      shaderSource.call(this, shader, told);
    });
    // A graphics processor by its name, so that nothing is measured and trust alone decides.
    const choice = await chooseDevice({
      makers: deviceMakers,
      probe: () => ({ usable: true, renderer: "GPU", kind: "hardware", precision: "float32" }),
      plain: false,
    });
    expect(bent).toBeGreaterThan(0);
    expect(choice.device.tier).toMatch(/wasm|cpu/);
    expect(choice.notice).toMatch(/wrong or no numbers/);
    const request = layer(16, 1);
    expect((await runOn(choice.device, request)).output).toEqual(conv2d(request));
    choice.device.dispose();
  });
});

describe("a page with many contexts of others", () => {
  it.each([true, false])("does not stop the engine (in a worker: %s)", async (inWorker) => {
    if (!inWorker) stub(globalThis, "Worker", undefined as never);
    const compute = await createCompute({ tier: "webgl-f32" });
    open.push(compute);
    const request = layer(32, 1);
    const expected = conv2d(request);
    expect((await compute.run(request)).output).toEqual(expected);
    const foreign = Array.from({ length: 17 }, () => document.createElement("canvas"));
    for (const canvas of foreign) expect(canvas.getContext("webgl2")).not.toBeNull();
    const since = performance.now();
    expect((await compute.run(request)).output).toEqual(expected);
    await compute.run(pictureOf(request));
    expect(performance.now() - since).toBeLessThan(2_000);
    await expect.poll(() => compute.status().state, { timeout: 4_000 }).toBe("ready");
    for (const canvas of foreign)
      canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
});
