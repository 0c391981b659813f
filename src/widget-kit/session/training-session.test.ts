import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompute } from "../../compute/client";
import type { Compute, Request } from "../../compute/types";
import { idleEngine, type EngineSource } from "../engine-source";
import type { TrainingData, TrainingPlan, TrainingSettings } from "./training-data";
import { createTrainingSession } from "./training-session";

const plan: TrainingPlan = {
  network: {
    inputShape: [16, 16, 1],
    layers: [
      { kind: "conv", filters: 3, size: 3 },
      { kind: "activation", activation: "relu" },
      { kind: "maxPool", size: 2 },
      { kind: "flatten" },
      { kind: "dense", units: 5 },
    ],
  },
  data: { kind: "shapes", seed: 1, count: 48 },
  validation: { validation: { kind: "shapes", seed: 2, count: 20 } },
  init: "heNormal",
  seed: 3,
  batchSize: 8,
};
const settings: TrainingSettings = {
  optimizer: { name: "adam", learningRate: 0.003 },
  schedule: { kind: "constant" },
};
const momentum: TrainingSettings = {
  optimizer: { name: "sgd", learningRate: 0.02, momentum: 0.9 },
  schedule: { kind: "constant" },
};
const watch = { layers: ["0"], scoreEvery: 6, sets: ["validation"], picture: null };

let compute: Compute;
beforeAll(async () => {
  compute = await createCompute({ tier: "cpu" });
});
afterAll(() => compute.dispose());

/** A session over the real engine; `meet` sees every request before the engine does. */
function open(meet: (request: Request) => Promise<void> | void = () => {}) {
  const told: (TrainingData | null)[] = [];
  const listeners = new Set<() => void>();
  const engine: EngineSource = {
    ...idleEngine(),
    compute: async () => ({
      ...compute,
      run: async (request) => {
        await meet(request);
        return compute.run(request);
      },
    }),
  };
  const session = createTrainingSession(engine, (data) => {
    told.push(data);
    for (const listener of listeners) listener();
  });
  session.settings(settings);
  session.plan(plan);
  session.watch(watch);
  return {
    session,
    told,
    until: (holds: (data: TrainingData) => boolean) =>
      new Promise<TrainingData>((resolve) => {
        const look = () => {
          const data = told.at(-1);
          if (!data || !holds(data)) return;
          listeners.delete(look);
          resolve(data);
        };
        listeners.add(look);
        look();
      }),
  };
}

const restsAt = (step: number) => (data: TrainingData) =>
  data.phase === "paused" && data.step === step && data.snapshot?.step === step;
const lossesOf = (data: TrainingData) => data.reports.map(({ loss }) => loss);

async function straight(steps: number): Promise<TrainingData> {
  const { session, until } = open();
  session.runTo(steps);
  const data = await until(restsAt(steps));
  session.dispose();
  return data;
}

describe("a training session", () => {
  it("asks nothing of the engine before it is told to go", () => {
    const requests: string[] = [];
    const { session, told } = open(({ job }) => void requests.push(job));
    session.watch({ ...watch, scoreEvery: 5 });
    expect(requests).toEqual([]);
    expect(told).toEqual([]);
    session.dispose();
  });

  it("rests at its goal with every step reported, and judges at the marks", async () => {
    const data = await straight(14);
    expect(data.reports.map(({ step }) => step)).toEqual(
      Array.from({ length: 14 }, (_, i) => i + 1),
    );
    expect(data.marks.map(({ step }) => step)).toEqual([0, 6, 12, 14]);
    // At rest the training data are judged too.
    expect(Object.keys(data.scores).toSorted()).toEqual(["train", "validation"]);
    expect(Object.keys(data.marks[1]!.accuracy)).toEqual(["validation"]);
    expect(data.detail!.gradients["0/weights"]!.shape).toEqual([3, 3, 1, 3]);
    expect(data.first!.step).toBe(0);
    expect(data.timed!.milliseconds).toBeGreaterThan(0);
  });

  it("has the same numbers however it is cut into runs, pauses and single steps", async () => {
    const whole = await straight(12);
    const { session, until } = open();
    session.runTo(1);
    await until(restsAt(1));
    session.runTo(1000);
    await until(({ step }) => step > 2);
    session.pause();
    const paused = await until(
      ({ phase, snapshot, step }) => phase === "paused" && snapshot?.step === step,
    );
    session.rewind(2);
    const back = await until(restsAt(2));
    expect(back.reports).toEqual(paused.reports.slice(0, 2));
    session.runTo(12);
    const data = await until(restsAt(12));
    expect(lossesOf(data)).toEqual(lossesOf(whole));
    expect(data.snapshot).toEqual(whole.snapshot);
    session.dispose();
  });

  it("takes new settings from the next step, and remembers where", async () => {
    const { session, until } = open();
    session.runTo(4);
    await until(restsAt(4));
    session.settings(momentum);
    session.runTo(9);
    const data = await until(restsAt(9));
    expect(data.changes.map(({ step }) => step)).toEqual([0, 4]);
    expect(data.reports.map(({ learningRate }) => learningRate).slice(3, 5)).toEqual([0.003, 0.02]);
    session.dispose();
  });

  it("goes on from its last snapshot when the engine has lost the run", async () => {
    const { session: calm, until: untilCalm } = open();
    calm.runTo(4);
    await untilCalm(restsAt(4));
    calm.settings(momentum);
    calm.runTo(16);
    const whole = await untilCalm(restsAt(16));
    calm.dispose();

    let steps = 0;
    const lost = new Set([3, 4]);
    const { session, until } = open(async (request) => {
      if (request.job !== "trainStep" || !lost.has(++steps)) return;
      await compute.run({ job: "trainStop", run: request.run });
    });
    session.runTo(4);
    await until(restsAt(4));
    session.settings(momentum);
    session.runTo(16);
    const data = await until(restsAt(16));
    expect(data.restarts).toBeGreaterThan(0);
    expect(lossesOf(data)).toEqual(lossesOf(whole));
    expect(data.marks).toEqual(whole.marks);

    // The engine's own checkpoints begin at the restart; the session's go back further.
    session.rewind(3);
    const back = await until(restsAt(3));
    expect(lossesOf(back)).toEqual(lossesOf(whole).slice(0, 3));
    session.runTo(4);
    await until(restsAt(4));
    session.dispose();
  });

  it("gives up when the engine loses the run at every step, and says why", async () => {
    const { session, until } = open(async (request) => {
      if (request.job === "trainStep") await compute.run({ job: "trainStop", run: request.run });
    });
    session.runTo(5);
    const { error } = await until(({ phase }) => phase === "failed");
    expect(error!.message).toMatch(/^there is no training run/);
    session.dispose();
  });

  it("waits while it is out of sight", async () => {
    const { session, until, told } = open();
    session.runTo(100_000);
    await until(({ step }) => step > 0);
    session.inSight(false);
    const { step } = await until(({ phase }) => phase === "away");
    const count = told.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(told.length).toBe(count);
    session.inSight(true);
    await until((data) => data.step > step);
    session.dispose();
  });

  it("lets go of the run when another is wanted, and keeps its curves", async () => {
    const before = compute.status().memory;
    const { session, until } = open();
    session.runTo(1000);
    await until(({ reports }) => reports.length > 1);
    session.plan({ ...plan, seed: 4 });
    const fresh = await until(({ phase }) => phase === "ready");
    expect(fresh.before!.reports.length).toBeGreaterThan(1);
    expect(fresh.snapshot).toBeNull();
    session.runTo(2);
    const data = await until(restsAt(2));
    expect(data.before).toBe(fresh.before);
    session.dispose();
    await expect
      .poll(async () => {
        await compute.run({ job: "trainStop", run: "" });
        return compute.status().memory;
      })
      .toEqual(before);
  });

  it("begins anew, and tells nothing after its end", async () => {
    const { session, until, told } = open();
    session.runTo(3);
    const first = await until(restsAt(3));
    session.restart();
    expect(told.at(-1)).toBeNull();
    session.runTo(3);
    expect(lossesOf(await until(restsAt(3)))).toEqual(lossesOf(first));
    session.runTo(500);
    await until(({ step }) => step > 3);
    session.dispose();
    const count = told.length;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(told.length).toBe(count);
  });
});
