import { describe, expect, test } from "vitest";
import { patternExamples } from "./pattern-examples";
import { parameterCount, score, train } from "./small-network";
import { RUNS, diceRun, patientRun, rateRun, runParameters, zeroRun } from "./training-runs";

const CHANCE = Math.log(10);

describe("the network", () => {
  const examples = patternExamples(4, 3, 1);
  const plan = { hidden: 5, classes: 10, epochs: 0, batch: 4, learningRate: 0, seed: 1 };

  test("steps against the slope that wiggling its weights finds", () => {
    const before = train(examples, plan);
    const after = train(examples, { ...plan, epochs: 1, learningRate: 1 });
    const nudge = 1e-3;
    for (const layer of ["first", "second"] as const)
      for (let at = 0; at < before[layer].length; at += 3) {
        const lossAt = (by: number): number => {
          const moved = before[layer].slice();
          moved[at]! += by;
          return score({ ...before, [layer]: moved }, examples).loss;
        };
        const slope = (lossAt(nudge) - lossAt(-nudge)) / (2 * nudge);
        expect(before[layer][at]! - after[layer][at]!).toBeCloseTo(slope, 3);
      }
  });

  test("gives the same weights for the same seed, and others for another", () => {
    const taught = { ...plan, epochs: 2, learningRate: 0.1 };
    expect(train(examples, taught)).toEqual(train(examples, taught));
    expect(train(examples, { ...taught, seed: 2 })).not.toEqual(train(examples, taught));
  });

  test("counts its weights and biases", () => {
    expect(parameterCount(train(examples, plan))).toBe(5 * (9 + 1) + 10 * (5 + 1));
    expect(runParameters()).toBe(32 * (196 + 1) + 10 * (32 + 1));
  });
});

describe("chapter 5 says of its runs what they show", () => {
  const [slowest, slower, , good, fast, largest] = RUNS.rates.map(rateRun);

  test("the smallest rates hardly move", () => {
    for (const run of [slowest!, slower!]) expect(run.train.loss).toBeGreaterThan(CHANCE);
  });

  test("a range in between learns, and new examples are recognised almost as well", () => {
    for (const run of [good!, fast!]) {
      expect(run.held.accuracy).toBeGreaterThan(0.95);
      expect(run.train.accuracy - run.held.accuracy).toBeLessThan(0.05);
    }
  });

  test("the largest rate ends worse than guessing, with most units dead", () => {
    expect(largest!.train.loss).toBeGreaterThan(CHANCE);
    expect(largest!.dead).toBeGreaterThan(0.5);
  });

  test("zero weights never leave the loss of guessing", () => {
    expect(zeroRun().train.loss).toBeCloseTo(CHANCE, 1);
    expect(zeroRun().train.accuracy).toBeLessThan(0.2);
  });

  test("few examples are learned by heart; more close the gap", () => {
    const runs = RUNS.sizes.map(patientRun);
    for (const run of runs) expect(run.train.accuracy).toBe(1);
    expect(runs[0]!.held.accuracy).toBeLessThan(0.7);
    expect(runs.at(-1)!.held.accuracy).toBeGreaterThan(0.95);
    expect(runs.map(({ held }) => held.loss)).toEqual(
      runs.map(({ held }) => held.loss).toSorted((a, b) => b - a),
    );
  });

  test("labels drawn by dice are memorised, and of no use", () => {
    expect(diceRun().train.accuracy).toBe(1);
    expect(diceRun().held.accuracy).toBeLessThan(0.2);
    expect(diceRun().held.loss).toBeGreaterThan(CHANCE);
  });
});
