import { describe, expect, it } from "vitest";
import type { SignalChainRequest } from "../../compute/types";
import { createEngineSource } from "../../widget-kit/engine-source";
import { cases } from "./cases";
import { model } from "./model";
import { openTrial } from "./opened-trial";
import { schema, type State } from "./schema";
import { BATCH, joined, runKey, trialRequest, trialsOf, type TrialSession } from "./trials";

const compute = await createEngineSource({ tier: "cpu" }).compute();
const stateOf = (change: Partial<State> = {}): State => ({ ...schema.defaults, ...change });
const ask = (state: State, from = 0) => compute.run(trialRequest(state, from));

describe.each(cases)("$name", ({ state, facts }) => {
  it("holds on the engine's first trials", async () => {
    const full = stateOf(state);
    const viewModel = model.derive(full, await ask(full), {});
    const broken = Object.entries(facts).filter(([, holds]) => !holds(viewModel));
    expect(broken.map(([fact]) => fact)).toEqual([]);
  });
});

describe("an opened trial", () => {
  it.each([
    [stateOf(), 0],
    [stateOf({ activation: "identity", width: 64, seed: 9 }), 17],
  ])("is the very one that the engine has counted", async (state, trial) => {
    const { means, squares } = trialsOf(await ask(state), state.width);
    const opened = openTrial(state, trial);
    expect(opened.mean).toBeCloseTo(means[trial]!, 5);
    expect(opened.square / squares[trial]!).toBeCloseTo(1, 6);
  });

  it("has sums that its results come from", () => {
    const { outputs, mean, square } = openTrial(stateOf(), 3);
    expect(outputs.reduce((sum, y) => sum + y, 0) / outputs.length).toBeCloseTo(mean, 4);
    expect(outputs.reduce((sum, y) => sum + y * y, 0) / outputs.length).toBeCloseTo(square, 2);
    expect(outputs.every((y) => y >= 0)).toBe(true);
  });
});

describe("a run", () => {
  const state = stateOf({ width: 64, trials: 1200 });
  const session = async (): Promise<TrialSession> => {
    const parts = await Promise.all([0, BATCH, 2 * BATCH].map((from) => ask(state, from)));
    const trials = parts.map((part) => trialsOf(part, state.width)).reduce(joined);
    return { ...trials, key: runKey(state), running: false, failure: null, timed: null };
  };

  it("is shown in place of the first trials, and averages all of them", async () => {
    const run = await session();
    const { count, path, results } = model.derive(state, await ask(state), {}, run);
    expect(count).toBe(1200);
    expect(path[0]).toMatchObject({ trials: 1, mean: run.means[0] });
    const mean = run.means.reduce((sum, value) => sum + value, 0) / 1200;
    expect(path.at(-1)!.mean).toBeCloseTo(mean, 10);
    expect(path.length).toBeLessThan(200);
    expect(results!.histogram.counts.reduce((sum, many) => sum + many, 0)).toBeGreaterThan(1180);
  });

  it("of more trials than wanted now is shown up to those", async () => {
    const run = await session();
    const fewer = { ...state, trials: 700 };
    const { count, path } = model.derive(fewer, await ask(fewer), {}, run);
    expect(count).toBe(700);
    expect(path.at(-1)!.trials).toBe(700);
    const mean = run.means.subarray(0, 700).reduce((sum, value) => sum + value, 0) / 700;
    expect(path.at(-1)!.mean).toBeCloseTo(mean, 10);
  });

  it("of another seed is not shown", async () => {
    const other = stateOf({ width: 64, trials: 1200, seed: 2 });
    expect(model.derive(other, await ask(other), {}, await session()).count).toBe(BATCH);
  });

  it("asks for no more trials than wanted, each with its own seed", () => {
    const seeds = [0, BATCH, 2 * BATCH].flatMap(
      (from) => trialRequest(state, from).seeds as readonly number[],
    );
    expect(seeds).toHaveLength(1200);
    expect(new Set(seeds).size).toBe(1200);
  });
});

it("two thousand trials come close to the mean and the root mean square of ten thousand", async () => {
  const state = stateOf({ trials: 2000 });
  const parts = await Promise.all([0, 1, 2, 3].map((at) => ask(state, at * BATCH)));
  const { means, squares } = parts.map((part) => trialsOf(part, 512)).reduce(joined);
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const square = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  expect(Math.abs(mean - 9.0226)).toBeLessThan(0.06);
  expect(Math.abs(Math.sqrt(square) - 16)).toBeLessThan(0.09);
});

it("the served page carries the first trials, to the digits that are shown", async () => {
  const state = stateOf();
  const live = model.derive(state, await ask(state), {});
  const carried = JSON.parse(JSON.stringify(model.carried!(live)));
  const served = model.derive(state, carried, {});
  expect(served.count).toBe(BATCH);
  expect(served.verdict).toBe(live.verdict);
  expect([...served.results!.histogram.counts]).toEqual([...live.results!.histogram.counts]);
  expect(JSON.stringify(carried).length).toBeLessThan(10_000);
});

it("the notes' averages rank near 28 of 100 in the cloud of ten thousand trials", () => {
  for (const measure of ["mean", "square"] as const) {
    const { scatter } = model.derive(stateOf({ measure }), null, {});
    const rank = Number(/(\d+) of 100 such runs/.exec(scatter.at(-1)!)![1]);
    // Of 400 repeats, 27 and 28 of 100 ended below.
    expect(Math.abs(rank - 28)).toBeLessThanOrEqual(4);
  }
  expect(model.derive(stateOf({ width: 256 }), null, {}).scatter.join()).not.toContain("notes");
});

it("how far off a run is comes with how rare that is", async () => {
  const state = stateOf({ width: 64 });
  const run = (share: number) => {
    const { secondMoment, secondMomentScatter } = model.derive(state, null, {}).law;
    const square = secondMoment + (share * secondMomentScatter) / Math.sqrt(BATCH);
    const [means, squares] = [new Float64Array(BATCH), new Float64Array(BATCH).fill(square)];
    const session = {
      means,
      squares,
      key: runKey(state),
      running: false,
      failure: null,
      timed: null,
    };
    return model.derive(state, null, {}, session).verdict;
  };
  expect(run(0.5)).toContain("0.5 standard errors from the 5.6569 of theory: 62 of 100");
  expect(run(-1.96)).toContain("2 standard errors from the 5.6569 of theory: 5 of 100");
  expect(run(3)).toContain("only one such run in 370 ends further off");
});

it("the request is plain data for one layer", () => {
  const request = model.request(schema.defaults, {}) as SignalChainRequest;
  expect(structuredClone(request)).toEqual(request);
  expect(request).toMatchObject({ depth: 1, layer: { kind: "dense", width: 512 } });
});

it("a trial beyond the run is brought back", () => {
  expect(schema.parse("1~trials:500~trial:700").state.trial).toBe(499);
});

it("the code asserts theory within its standard errors", () => {
  const [pytorch, , numpy] = model.code(schema.defaults);
  for (const { code } of [pytorch!, numpy!]) expect(code).toContain("abs(mean - 9.02263) <");
});
