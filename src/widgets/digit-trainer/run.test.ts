import { afterAll, describe, expect, it } from "vitest";
import { createEngineSource } from "../../widget-kit/engine-source";
import type { TrainingData } from "../../widget-kit/session/training-data";
import { createTrainingSession } from "../../widget-kit/session/training-session";
import { createModel } from "./model";
import { planOf, settingsOf } from "./plan";
import { schema } from "./schema";
import type { DigitTrainerState } from "./state";

const engine = createEngineSource();
afterAll(async () => (await engine.compute()).dispose());

const model = createModel();

/** A run of a state to a step, as the figure shows it. */
async function shown(change: Partial<DigitTrainerState>, steps: number) {
  const state = { ...schema.defaults, ...change };
  const data = await new Promise<TrainingData>((resolve) => {
    const session = createTrainingSession(engine, (told) => {
      if (told?.phase !== "paused" || told.snapshot?.step !== steps || told.scoredAt !== steps)
        return;
      resolve(told);
      session.dispose();
    });
    session.settings(settingsOf(state, undefined, steps));
    session.plan(planOf(state, undefined));
    session.watch({ layers: ["0", "3"], scoreEvery: 50, sets: ["validation"], picture: null });
    session.runTo(steps);
  });
  return model.derive(state, null, {}, data);
}

const shapes = { data: "shapes", examples: 200 } as const;

describe("a run as the figure shows it", () => {
  it("tells each weight from where it was and what was added", async () => {
    const { kernels } = await shown({ ...shapes, look: "kernels" }, 12);
    const story = kernels!.kernels[0]!.weightAt(0);
    const [, before, sign, change, after] =
      /: (−?[\d.e−]+) ([+−]) ([\d.e−]+) = (−?[\d.e−]+) in the last step/.exec(story)!;
    const value = (text: string) => Number(text.replaceAll("−", "-"));
    const sum = value(before!) + (sign === "+" ? 1 : -1) * value(change!);
    expect(Math.abs(sum - value(after!))).toBeLessThan(2e-3);
  });

  it("shows the batch whose mean is the loss", async () => {
    const { batch, session, tiles } = await shown({ ...shapes, look: "batch" }, 5);
    expect(batch!.pictures).toHaveLength(32);
    expect(batch!.loss).toBeCloseTo(session!.reports.at(-1)!.loss, 5);
    expect(tiles[0]!.value).toBe(batch!.loss.toFixed(3));
  });

  it("opens the loss and each share to the sum that makes it", async () => {
    const { tiles, session } = await shown({ ...shapes, batch: 8 }, 4);
    const [, terms, count, mean] = /^\((.*)\) \/ (\d+) = ([\d.]+)\. /.exec(tiles[0]!.work!)!;
    const losses = terms!.split(" + ").map(Number);
    expect(losses).toHaveLength(Number(count));
    const sum = losses.reduce((all, one) => all + one, 0);
    expect(sum / losses.length).toBeCloseTo(session!.reports.at(-1)!.loss, 2);
    expect(Number(mean)).toBeCloseTo(session!.reports.at(-1)!.loss, 3);
    const [, right, judged] = /^(\d+) right \/ (\d+) pictures/.exec(tiles[1]!.work!)!;
    const { confusion } = session!.scores["validation"]!;
    expect(Number(right)).toBe(
      [0, 6, 12, 18, 24].reduce((all, at) => all + confusion.data[at]!, 0),
    );
    expect(Number(judged)).toBe(500);
  });

  it("reads out at a step what that step gave, and when a set was judged", async () => {
    const { charts, session } = await shown({ ...shapes, schedule: "constant" }, 10);
    const { loss, stepsPerEpoch } = { loss: charts.loss, ...session! };
    const reading = loss.describeCursor(4 / stepsPerEpoch);
    expect(reading).toMatch(/^Step 4, epoch 0\.57: each batch ([\d.]+), mean of 12 batches/);
    const shownLoss = Number(/each batch ([\d.]+)/.exec(reading)![1]);
    expect(shownLoss).toBeCloseTo(session!.reports[3]!.loss, 2);
    expect(reading).toMatch(/new ones [\d.]+ after step 0\.$/);
    expect(loss.stops).toHaveLength(10);
  });

  it("writes a NumPy listing whose numbers have the shown mean", async () => {
    const shownModel = await shown({ ...shapes, batch: 8 }, 3);
    const { code } = model.code(shownModel.state, shownModel).at(-1)!;
    const given = JSON.parse(/^given = np\.array\((.*)\)$/m.exec(code)![1]!) as number[];
    const mean = given.reduce((sum, one) => sum - Math.log(one) / given.length, 0);
    expect(given).toHaveLength(8);
    expect(mean).toBeCloseTo(Number(/isclose\(loss, ([\d.]+), rtol/.exec(code)![1]), 3);
    expect(mean).toBeCloseTo(Number(shownModel.tiles[0]!.value), 3);
  });

  it("counts every judged picture once, by label and answer", async () => {
    const { mistakes } = await shown({ ...shapes, look: "mistakes" }, 7);
    const total = mistakes!.confusion.flat().reduce((sum, count) => sum + count, 0);
    expect(total).toBe(500);
  });

  it("calls weights of zero what they are", async () => {
    const { verdict } = await shown({ ...shapes, init: "zeros" }, 40);
    expect(verdict).toMatch(/dead|cannot learn/);
    expect(verdict).toContain("guessing costs ln 5 = 1.609");
  });

  it("calls a rate that is too small by its name", async () => {
    const { verdict } = await shown(
      { ...shapes, init: "xavier", optimizer: "sgd", rate: 1e-6, schedule: "constant" },
      40,
    );
    expect(verdict).toMatch(/^It hardly moves/);
  });
});

it("has a rate that hangs on the step alone", () => {
  const state = { ...schema.defaults, epochs: 2 };
  const steps = (goal: number) => settingsOf(state, undefined, goal).schedule;
  expect(steps(1)).toEqual({ kind: "cosine", steps: 250 });
  expect(steps(250)).toEqual(steps(1));
  expect(steps(251)).toEqual({ kind: "cosine", steps: 500 });
});
