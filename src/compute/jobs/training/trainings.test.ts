import { describe, expect, it } from "vitest";
import { BudgetError, RequestError, ShapeMismatchError, UnknownRunError } from "../../errors";
import { openPlainLoops } from "../../ops/train/open-loops";
import type { TrainStartRequest } from "../../training";
import { checkTraining } from "./check";
import { digitRun, openTrainings } from "./fixture";

const { run, memory } = openTrainings();

const withNormalisation: TrainStartRequest = {
  ...digitRun,
  network: {
    inputShape: [28, 28, 1],
    layers: [
      { kind: "conv", filters: 6, size: 3, stride: 2 },
      { kind: "batchNorm" },
      { kind: "activation", activation: "relu" },
      { kind: "flatten" },
      { kind: "dense", units: 10 },
    ],
  },
  checkpointEvery: 4,
};

const begin = async (request = withNormalisation) => (await run(request)).run;
const step = (id: string, steps: number, more = {}) =>
  run({ job: "trainStep", run: id, steps, ...more });
const snapshotOf = async (id: string) =>
  (await run({ job: "trainState", run: id, sets: [] })).snapshot;

describe("a run asked for twice", () => {
  it.each([openTrainings(openPlainLoops), openTrainings()])(
    "gives the same numbers, bit for bit",
    async (trainings) => {
      const once = async () => {
        const { run: id } = await trainings.run(digitRun);
        const { steps } = await trainings.run({ job: "trainStep", run: id, steps: 12 });
        const { snapshot } = await trainings.run({ job: "trainState", run: id, sets: [] });
        return { steps, snapshot };
      };
      expect(await once()).toEqual(await once());
    },
  );

  it("prints the same first losses with either loops", async () => {
    const plain = openTrainings(openPlainLoops);
    const here = await step(await begin(digitRun), 5);
    const there = await plain.run({
      job: "trainStep",
      run: (await plain.run(digitRun)).run,
      steps: 5,
    });
    expect([here.loops, there.loops]).toEqual(["simd", "plain"]);
    const printed = ({ steps }: typeof here) => steps.map(({ loss }) => loss.toFixed(4));
    expect(printed(here)).toEqual(printed(there));
  });
});

describe("a run that goes back", () => {
  it("comes by the same way again, other settings included", async () => {
    const id = await begin();
    await step(id, 6);
    await step(id, 5, { optimizer: { name: "adam", learningRate: 0.01 } });
    const there = await snapshotOf(id);
    await step(id, 7, { schedule: { kind: "cosine", steps: 20 } });
    const { snapshot } = await run({ job: "trainRewind", run: id, step: 11 });
    expect(snapshot).toEqual(there);
    expect(snapshot.optimizerStep).toBe(5);
  });

  it("counts steps once that are asked for twice", async () => {
    const id = await begin();
    const first = await step(id, 9, { at: 0 });
    const second = await step(id, 9, { at: 0 });
    expect(second).toEqual(first);
    expect(second.step).toBe(9);
  });

  it("branches: both go on alone from the same numbers", async () => {
    const id = await begin();
    await step(id, 10);
    const before = await snapshotOf(id);
    const twin = await run({ job: "trainRewind", run: id, step: 7, branch: true });
    expect(twin.run).not.toBe(id);
    expect(await snapshotOf(id)).toEqual(before);
    await step(twin.run, 3);
    expect(await snapshotOf(twin.run)).toEqual(before);
    await step(twin.run, 1, { optimizer: { name: "sgd", learningRate: 0 } });
    expect((await snapshotOf(twin.run)).parameters).toEqual(before.parameters);
  });

  it("goes on elsewhere from a snapshot", async () => {
    const id = await begin();
    await step(id, 5);
    const from = await snapshotOf(id);
    await step(id, 5);
    const other = await begin({ ...withNormalisation, from });
    await step(other, 5);
    expect(await snapshotOf(other)).toEqual(await snapshotOf(id));
  });

  it("has no way beyond its ends", async () => {
    const id = await begin();
    await step(id, 2);
    await expect(step(id, 1, { at: 3 })).rejects.toThrow("it cannot go to step 3");
  });
});

it("stops between two steps when called off, and none is lost or counted twice", async () => {
  const id = await begin();
  const straight = await begin();
  let breaths = 0;
  const calledOff = run({ job: "trainStep", run: id, steps: 100_000 }, () => {
    if (++breaths > 4) throw new Error("called off");
    return Promise.resolve();
  });
  await expect(calledOff).rejects.toThrow("called off");
  const here = await snapshotOf(id);
  expect(here.step).toBeGreaterThan(0);
  await step(straight, here.step);
  expect(here).toEqual(await snapshotOf(straight));
});

it("rests every few milliseconds", async () => {
  const id = await begin({ ...digitRun, batchSize: 320 });
  let last = performance.now();
  const gaps: number[] = [];
  await run({ job: "trainStep", run: id, steps: 4 }, () => {
    gaps.push(performance.now() - last);
    last = performance.now();
    return Promise.resolve();
  });
  expect(gaps.length).toBeGreaterThan(8);
  expect(gaps.sort((a, b) => a - b)[gaps.length >> 1]).toBeLessThan(30);
});

it("reports rates, norms, ratios and the dead of every step", async () => {
  const id = await begin();
  const { steps, epoch } = await step(id, 10, { schedule: { kind: "cosine", steps: 10 } });
  expect(epoch).toBe(1);
  expect(steps.map((report) => report.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(steps[5]!.learningRate).toBeCloseTo(0.05);
  for (const { gradientNorm, updateRatio, deadShare, accuracy } of steps) {
    expect(Object.keys(gradientNorm)).toEqual(Object.keys(updateRatio));
    expect(updateRatio["0/weights"]).toBeGreaterThan(0);
    expect(deadShare["2"]).toBeLessThan(1);
    expect((accuracy * 32) % 1).toBe(0);
  }
});

it("takes every example once an epoch, in another order each time", async () => {
  const id = await begin({ ...withNormalisation, batchSize: 30 });
  const orders: number[][] = [];
  for (let epoch = 0; epoch < 2; epoch++) {
    const order: number[] = [];
    for (let at = 0; at < 11; at++)
      order.push(...(await step(id, 1, { detail: [] })).detail!.examples);
    orders.push(order);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 320 }, (_, i) => i));
  }
  expect(orders[0]).not.toEqual(orders[1]);
});

it("tells of picked layers what they learned, without megabytes of results", async () => {
  const [whole, picked] = [await begin(digitRun), await begin(digitRun)];
  const all = (await step(whole, 1, { detail: true })).detail!;
  const { detail } = await step(picked, 1, { detail: ["0"] });
  expect(Object.keys(all.outputs)).toContain("0");
  expect([detail!.outputs, detail!.outputGradients]).toEqual([{}, {}]);
  expect(Object.keys(detail!.gradients)).toEqual(["0/weights", "0/bias"]);
  expect(detail!.updates["0/weights"]).toEqual(all.updates["0/weights"]);
});

it("shows feature maps and answers pictures", async () => {
  const id = await begin(digitRun);
  const { detail } = await step(id, 1, { detail: [] });
  const data = detail!.input.data.slice(0, 784);
  const picture = { shape: [28, 28, 1], data };
  const { featureMaps } = await run({ job: "trainState", run: id, sets: [], picture });
  expect(featureMaps!["3"]!.shape).toEqual([14, 14, 16]);
  const images = { shape: [1, 28, 28, 1], data };
  const { probabilities } = await run({ job: "predict", run: id, images });
  expect(probabilities.data.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
  const logits = featureMaps!["7"]!.data;
  expect(probabilities.data[3]! / probabilities.data[4]!).toBeCloseTo(
    Math.exp(logits[3]! - logits[4]!),
    5,
  );
});

it("frees everything when stopped", async () => {
  const trainings = openTrainings();
  const ids: string[] = [];
  for (let round = 0; round < 3; round++) ids.push((await trainings.run(digitRun)).run);
  await trainings.run({ job: "trainStep", run: ids[0]!, steps: 60 });
  expect(trainings.memory().bytes).toBeGreaterThan(320 * 784 * 4);
  // The pictures are drawn and kept once.
  expect(trainings.memory().tensors).toBe(3 * 6 + 1);
  for (const id of ids) await trainings.run({ job: "trainStop", run: id });
  expect(trainings.memory()).toEqual({ tensors: 0, bytes: 0 });
  await expect(trainings.run({ job: "trainStep", run: ids[0]!, steps: 1 })).rejects.toBeInstanceOf(
    UnknownRunError,
  );
  expect(memory().tensors).toBeGreaterThan(0);
});

describe("a run that cannot be", () => {
  const check = (changes: Partial<TrainStartRequest>) => () =>
    checkTraining({ ...digitRun, ...changes });

  it("names the layer that does not fit", () => {
    const layers = [{ kind: "flatten" }, { kind: "conv", filters: 3, size: 3 }] as const;
    expect(check({ network: { inputShape: [28, 28, 1], layers } })).toThrow(/^layer 1 \(conv\): /);
    const network = { inputShape: [28, 28, 1], layers: [{ kind: "maxPool", size: 2 }] } as const;
    expect(check({ network })).toThrow("logits");
  });

  it("points at the character where a typed activation stops being a formula", () => {
    const activation = { name: "formula", formula: "max(x, 0) + y" } as const;
    const branch = [{ kind: "activation", activation }] as const;
    const layers = [{ kind: "residual", branch }] as const;
    let error: unknown;
    try {
      check({ network: { inputShape: [28, 28, 1], layers } })();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "expression", at: 12 });
  });

  it("refuses pictures, labels, rates and names that do not fit", () => {
    const images = { shape: [2, 28, 28, 1], data: new Float32Array(2 * 784) };
    const labels = Uint8Array.of(3, 10);
    expect(check({ data: { kind: "tensors", images, labels } })).toThrow(ShapeMismatchError);
    expect(check({ data: { kind: "shapes", seed: 0, count: 9 } })).toThrow("16×16×1");
    expect(check({ data: { kind: "digits", seed: 0, count: 9, labelNoise: 2 } })).toThrow("share");
    expect(check({ optimizer: { name: "sgd", learningRate: -1 } })).toThrow(RequestError);
    expect(check({ batchSize: 0 })).toThrow("batch size");
    expect(check({ validation: { train: digitRun.data } })).toThrow(RequestError);
  });

  it("refuses what no page can carry, at once, with the reason", () => {
    const began = performance.now();
    const layers = [
      { kind: "conv", filters: 2000, size: 9, padding: "same" },
      { kind: "globalAverage" },
      { kind: "flatten" },
      { kind: "dense", units: 10 },
    ] as const;
    expect(check({ network: { inputShape: [28, 28, 1], layers }, batchSize: 1000 })).toThrow(
      BudgetError,
    );
    expect(check({ data: { kind: "digits", seed: 0, count: 99_999 } })).toThrow(/MiB is the most/);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
