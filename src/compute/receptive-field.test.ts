import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { influence } from "../core/receptive-field/influence";
import { repeated } from "../core/receptive-field/window-step";
import { createCompute } from "./client";
import { BudgetError, RequestError } from "./errors";
import type { FieldLayer } from "../core/receptive-field/cone";
import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "./receptive-field";
import type { Compute, Result, Timed } from "./types";

const three: FieldLayer = { kind: "conv", kernelSize: 3 };
const chain: ReceptiveFieldRequest = {
  job: "receptiveFieldMeasured",
  input: { shape: [41, 41], data: new Float32Array(41 * 41).fill(0.5) },
  layers: repeated(three, 20).map((step) => ({ ...three, ...step })),
  unit: { row: 0, column: 0 },
  weights: { kind: "equal" },
};
const random = { kind: "random", channels: 4, relu: true, seeds: 3 } as const;

let compute: Compute;
beforeAll(async () => {
  compute = await createCompute();
});
afterAll(() => compute.dispose());

describe("a receptive field through the engine", () => {
  it("of equal weights is the bell of the paths", async () => {
    const { size, madeBy, seeds, tier } = await compute.run(chain);
    expect({ madeBy, seeds, tier }).toEqual({ madeBy: "exact", seeds: [], tier: "cpu" });
    const paths = influence(repeated(three, 20));
    for (let row = 0; row < 41; row++)
      for (let column = 0; column < 41; column++)
        expect(size.data[row * 41 + column]).toBeCloseTo(paths[row]! * paths[column]!, 7);
  });

  it("of random weights is the same again for the same seeds, however they are listed", async () => {
    const first = await compute.run({ ...chain, weights: random });
    const again = await compute.run({ ...chain, weights: { ...random, seeds: [0, 1, 2] } });
    expect(again.size.data).toEqual(first.size.data);
    expect(first.seeds).toEqual([0, 1, 2]);
    const other = await compute.run({ ...chain, weights: { ...random, seeds: [9] } });
    expect(other.size.data).not.toEqual(first.size.data);
  });

  it("tells the first seeds before the last ones are done", async () => {
    const parts: (Result & Timed)[] = [];
    const weights = { ...random, relu: false };
    const whole = await compute.run({ ...chain, weights }, { onPart: (part) => parts.push(part) });
    const [first] = parts as (ReceptiveFieldResult & Timed)[];
    expect(first).toMatchObject({ seeds: [0], asked: whole.asked, tier: "cpu", epoch: 0 });
    const alone = await compute.run({ ...chain, weights: { ...weights, seeds: [0] } });
    expect(first!.size.data).toEqual(alone.size.data);
    expect(parts.every((part) => part !== whole)).toBe(true);
    const told = parts.length;
    await compute.run(chain);
    expect(parts).toHaveLength(told);
  });

  it("counts the seeds whose ReLUs let nothing through", async () => {
    const weights = { ...random, channels: 1, seeds: 20 };
    const { silent, size } = await compute.run({ ...chain, weights });
    expect(silent).toBeGreaterThan(10);
    expect(size.data.every(Number.isFinite)).toBe(true);
  });

  it("stops within a moment when it is called off", async () => {
    const calledOff = new AbortController();
    const input = { shape: [199, 199], data: new Float32Array(199 * 199).fill(0.5) };
    const layers = repeated(three, 99).map((step) => ({ ...three, ...step }));
    const weights = { ...random, relu: false, seeds: 90 };
    const running = compute.run({ ...chain, input, layers, weights }, { signal: calledOff.signal });
    setTimeout(() => calledOff.abort(), 100);
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    const start = performance.now();
    await compute.run(chain);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each<[string, Partial<ReceptiveFieldRequest>]>([
    ["no layer", { layers: [] }],
    ["a layer that does not fit", { layers: [...chain.layers, three] }],
    ["a unit that is not there", { unit: { row: 1, column: 0 } }],
    ["half a kernel", { layers: [{ ...three, kernelSize: 2.5 }] }],
    ["padding that a window could drown in", { layers: [{ ...three, padding: 3 }] }],
    ["a dilated pool", { layers: [{ kind: "maxPool", kernelSize: 2, dilation: 2 }] }],
    ["a layer nobody knows", { layers: [{ ...three, kind: "wavelet" as "conv" }] }],
    ["weights nobody knows", { weights: { kind: "learned" as "equal" } }],
    ["no channel", { weights: { ...random, channels: 0 } }],
    ["a seed below 0", { weights: { ...random, seeds: [-1] } }],
    ["a picture with a batch", { input: { ...chain.input, shape: [1, 41, 41] } }],
  ])("refuses %s", async (_, change) => {
    await expect(compute.run({ ...chain, ...change })).rejects.toBeInstanceOf(RequestError);
  });

  it("refuses more work than a page may take, and says how much", async () => {
    const input = { shape: [199, 199], data: new Float32Array(199 * 199) };
    const layers = repeated(three, 99).map((step) => ({ ...three, ...step }));
    const weights = { ...random, channels: 16, seeds: 200 };
    const refused = compute.run({ ...chain, input, layers, weights });
    await expect(refused).rejects.toBeInstanceOf(BudgetError);
    await expect(refused).rejects.toThrow(/million multiply-accumulates; 20,000 million/);
  });
});
