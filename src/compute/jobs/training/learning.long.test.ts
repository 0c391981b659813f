import { describe, expect, it } from "vitest";
import type { StepReport } from "../../training";
import { digitRun, openTrainings } from "./fixture";

const { run } = openTrainings();
const chance = Math.log(10);

async function trained(changes: Partial<typeof digitRun>, epochs: number) {
  const { run: id } = await run({ ...digitRun, ...changes });
  const reports: StepReport[] = [];
  for (let epoch = 0; epoch < epochs; epoch++)
    reports.push(...(await run({ job: "trainStep", run: id, steps: "epoch" })).steps);
  const { scores } = await run({ job: "trainState", run: id });
  return { id, reports, scores };
}

const validation = { validation: { kind: "digits", seed: 2, count: 300 } } as const;

describe("the book's first network", () => {
  it("has the parameters and products that the book says", async () => {
    expect(await run(digitRun)).toMatchObject({
      parameterCount: 9098,
      macs: 290080,
      stepsPerEpoch: 10,
      classes: 10,
      step: 0,
    });
  });

  it("reads three of four new digits after one epoch of 4,000", async () => {
    const { scores, reports } = await trained(
      {
        data: { kind: "digits", seed: 1, count: 4000 },
        validation: {
          ...validation,
          reserved: { kind: "digits", seed: 3, count: 300, options: { styles: "reserved" } },
        },
      },
      1,
    );
    expect(reports).toHaveLength(125);
    expect(reports[0]!.loss).toBeGreaterThan(2.2);
    expect(scores.validation!.accuracy).toBeGreaterThan(0.75);
    expect(scores.reserved!.accuracy).toBeGreaterThan(0.2);
    // Hands that training never saw are harder.
    expect(scores.reserved!.accuracy).toBeLessThan(scores.validation!.accuracy);
    const { confusion, worst, count } = scores.validation!;
    const diagonal = Array.from({ length: 10 }, (_, at) => confusion.data[at * 11]!);
    expect(diagonal.reduce((a, b) => a + b) / count).toBeCloseTo(scores.validation!.accuracy);
    expect(worst[0]!.probability).toBeGreaterThanOrEqual(worst[1]!.probability);
    for (const { label, predicted } of worst) expect(label).not.toBe(predicted);
  });

  it("learns nothing from zeros", async () => {
    const { reports } = await trained({ init: "zeros" }, 2);
    for (const { loss, gradientNorm } of reports) {
      expect(Math.abs(loss - chance)).toBeLessThan(0.06);
      expect(gradientNorm["0/weights"]).toBe(0);
    }
  });

  it("dies of a learning rate of 1, without a NaN", async () => {
    const { reports } = await trained({ optimizer: { name: "sgd", learningRate: 1 } }, 12);
    expect(Math.max(...reports.map(({ loss }) => loss))).toBeGreaterThan(4);
    const last = reports.at(-1)!;
    expect(Math.max(...Object.values(last.deadShare))).toBe(1);
    expect(last.gradientNorm["0/weights"]).toBe(0);
    expect(last.loss).toBeLessThan(20);
  });

  it("knows 50 pictures by heart and few others", async () => {
    const { scores } = await trained(
      { data: { kind: "digits", seed: 1, count: 50 }, validation },
      80,
    );
    expect(scores.train!.accuracy).toBe(1);
    expect(scores.validation!.accuracy).toBeLessThan(0.75);
  });

  it("learns random labels by heart, and nothing else", async () => {
    const { scores } = await trained(
      {
        data: { kind: "digits", seed: 1, count: 64, labelNoise: 1 },
        validation,
        optimizer: { name: "adam", learningRate: 0.003 },
      },
      120,
    );
    expect(scores.train!.accuracy).toBe(1);
    expect(scores.validation!.accuracy).toBeLessThan(0.25);
  });
});

it("tells shapes apart after seconds", async () => {
  const { scores } = await trained(
    {
      network: { ...digitRun.network, inputShape: [16, 16, 1] },
      data: { kind: "shapes", seed: 1, count: 600 },
      validation: { validation: { kind: "shapes", seed: 2, count: 200 } },
      optimizer: { name: "adam", learningRate: 0.005 },
    },
    4,
  );
  expect(scores.validation!.accuracy).toBeGreaterThan(0.9);
});
