import { fc, test as property } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conv2d } from "../../../core/conv/conv2d";
import { averagePool } from "../../../core/pool/average-pool";
import { maxPool } from "../../../core/pool/max-pool";
import { stepSize } from "../../../core/receptive-field/window-step";
import type { Tensor } from "../../../core/tensor";
import type { ConvStackRequest, StackLayer } from "../../conv-stack";
import type { Device } from "../../device/device";
import { deviceOf, runOn, tiers } from "../../ops/testing/devices";

const plane = (height: number, width: number, seed = 1): Tensor => ({
  shape: [height, width],
  data: Float32Array.from({ length: height * width }, (_, at) => Math.sin(at * 12.9898 + seed)),
});

const blur = (size: number) => new Float32Array(size * size).fill(1 / size ** 2);

const chain = (layers: number, kernel = blur(3)): readonly StackLayer[] =>
  Array.from({ length: layers }, () => ({ kind: "conv", size: 3, kernel }) as const);

/** The same by core alone, one layer at a time. */
function reference({ input, layers }: ConvStackRequest): readonly Float32Array[] {
  let block: Tensor = { shape: [1, ...input.shape, 1], data: input.data };
  return layers.map((layer) => {
    const cells = layer.padding ?? 0;
    const padding = { top: cells, bottom: cells, left: cells, right: cells };
    const { kind, ...spec } = { ...layer, padding };
    if (layer.kind === "conv") {
      const weights = { shape: [layer.size, layer.size, 1, 1], data: layer.kernel };
      block = conv2d({ ...spec, input: block, weights });
    } else block = kind === "maxPool" ? maxPool(block, spec).output : averagePool(block, spec);
    return block.data;
  });
}

const layer = fc.oneof(
  fc.record({
    kind: fc.constant("conv" as const),
    size: fc.integer({ min: 1, max: 9 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.nat(3),
    dilation: fc.integer({ min: 1, max: 3 }),
    activation: fc.constantFrom("identity" as const, "relu" as const),
    seed: fc.nat(99),
  }),
  fc
    .record({
      kind: fc.constantFrom("maxPool" as const, "averagePool" as const),
      size: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.nat(2),
    })
    .map((pool) => ({ ...pool, padding: Math.min(pool.padding, Math.floor(pool.size / 2)) })),
);

/** Stacks of everything there is, cut off where a window does not fit. */
const requests = fc
  .record({
    height: fc.integer({ min: 1, max: 40 }),
    width: fc.integer({ min: 1, max: 40 }),
    layers: fc.array(layer, { minLength: 1, maxLength: 6 }),
    seed: fc.nat(99),
  })
  .map(({ height, width, layers, seed }): ConvStackRequest => {
    const kept: StackLayer[] = [];
    let sides = [height, width];
    for (const one of [...layers, { kind: "maxPool", size: 1, stride: 1, padding: 0 } as const]) {
      const next = sides.map((side) => stepSize(side, { ...one, kernelSize: one.size }));
      if (next.includes(null)) continue;
      sides = next as number[];
      const kernel = (s: number) => plane(one.size, one.size, s).data.map((w) => w / one.size);
      kept.push(one.kind === "conv" ? { ...one, kernel: kernel(one.seed) } : one);
    }
    return { job: "convStack", input: plane(height, width, seed), layers: kept };
  });

describe.each(tiers)("the stack on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  const exact = tier === "cpu" || tier === "wasm";
  function expectClose(actual: Float32Array, expected: Float32Array, size: number) {
    expect(actual.length).toBe(expected.length);
    const relative = tier === "webgl-f16" ? 2 ** -8 : 1e-5;
    for (let at = 0; at < actual.length; at++) {
      const off = Math.abs(actual[at]! - expected[at]!);
      if (!(exact ? off === 0 : off <= relative * (size + Math.abs(expected[at]!))))
        expect.fail(`number ${at} is ${actual[at]}, not ${expected[at]}`);
    }
  }

  property.prop([requests], { numRuns: 40 })("agrees with core at every depth", async (request) => {
    const { maps } = await runOn(device, request);
    reference(request).forEach((expected, depth) => {
      expectClose(maps[depth]!.data, expected, depth + 1);
    });
  });

  it("keeps all 99 depths of the chain from 199 to 1", async () => {
    const request = { job: "convStack", input: plane(199, 199), layers: chain(99) } as const;
    const { maps, format, madeBy } = await runOn(device, request);
    expect(maps.map(({ width }) => width)).toEqual(
      Array.from({ length: 99 }, (_, depth) => 197 - 2 * depth),
    );
    reference(request).forEach((expected, at) => expectClose(maps[at]!.data, expected, 0.01));
    expect(format).toBe(device.precision);
    expect(madeBy).toBe({ cpu: "plain", wasm: "simd" }[tier as string] ?? "webgl");
  });

  it("measures each depth", async () => {
    const input = { shape: [3, 3], data: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]) };
    const kernel = Float32Array.of(1, 0, 0, -1);
    const layers = [{ kind: "conv", size: 2, kernel, padding: 1 } as const];
    const { maps } = await runOn(device, { job: "convStack", input, layers });
    expect([...maps[0]!.data]).toEqual([-1, -2, -3, 0, -4, -4, -4, 3, -7, -4, -4, 6, 0, 7, 8, 9]);
    expect(maps[0]!.range).toMatchObject({ min: -7, max: 9, nan: 0 });
    expect(maps[0]!.summary).toMatchObject({ zeros: 2, mean: 0 });
  });

  it("shows numbers that leave the format for what they are", async () => {
    const input = { shape: [9, 9], data: new Float32Array(81).fill(1) };
    const kernel = new Float32Array(9).fill(1e30);
    const { maps } = await runOn(device, {
      job: "convStack",
      input,
      layers: [...chain(2, kernel), ...chain(1, Float32Array.from([1, -1, 0, 0, 0, 0, 0, 0, 0]))],
    });
    // Half precision may store every non-finite number as NaN.
    const half = tier === "webgl-f16";
    const { nan, positiveInfinity } = maps[1]!.range;
    expect([nan, positiveInfinity]).toEqual(half && nan > 0 ? [25, 0] : [0, 25]);
    expect(maps[2]!.range).toMatchObject({ nan: 9 });
  });

  it("a mean over everything gives one number, a largest one another", async () => {
    const input = { shape: [7, 7], data: Float32Array.from({ length: 49 }, (_, at) => at) };
    for (const [kind, expected] of [
      ["averagePool", 24],
      ["maxPool", 48],
    ] as const) {
      const { maps } = await runOn(device, {
        job: "convStack",
        input,
        layers: [{ kind, size: 7 }],
      });
      expect([...maps[0]!.data]).toEqual([expected]);
    }
  });

  it("stops at a breath that throws, and holds nothing afterwards", async () => {
    const before = device.memory();
    const request = { job: "convStack", input: plane(512, 512), layers: chain(255) } as const;
    const stop = () => Promise.reject(new DOMException("enough", "AbortError"));
    const start = performance.now();
    const checked = (await import("./check")).checkConvStack(request);
    await expect(device.run(request, checked, stop)).rejects.toThrow("enough");
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(device.memory()).toEqual(before);
    await runOn(device, { ...request, layers: chain(2) });
    expect(device.memory()).toEqual(before);
  });
});
