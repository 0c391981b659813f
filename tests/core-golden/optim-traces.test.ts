import { expect, test } from "vitest";
import { freshState, type OptimizerState } from "../../src/core/optim/optimizer";
import { optimizerStep } from "../../src/core/optim/step";
import { expectNumbers, goldenCases } from "./golden";
import { optimizerOf, type GoldenOptimizer } from "./optimizer";

interface Trace {
  readonly id: string;
  readonly function: string;
  readonly optimizer: GoldenOptimizer["name"];
  readonly options: GoldenOptimizer["options"];
  readonly trajectory: readonly (readonly [number, number])[];
  readonly f_before: readonly number[];
}

interface Landscape {
  readonly value: (x: number, y: number) => number;
  readonly slope: (x: number, y: number) => readonly [number, number];
}

function landscapeOf(name: string): Landscape {
  if (name.startsWith("rosenbrock"))
    return {
      value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
      slope: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    };
  const [, a, b] = /a=(\d+) b=(\d+)/.exec(name)!.map(Number);
  return {
    value: (x, y) => (a! * x * x + b! * y * y) / 2,
    slope: (x, y) => [a! * x, b! * y],
  };
}

const TOLERANCE = { rtol: 1e-9, atol: 1e-12 };
const cases = goldenCases<Trace>("optim_traces");

test("all eleven paths are there", () => {
  expect(cases).toHaveLength(11);
});

test.each(cases)("%s walks PyTorch's path", (_, one) => {
  const spec = optimizerOf({ name: one.optimizer, options: one.options });
  const { value, slope } = landscapeOf(one.function);
  let state: OptimizerState<Float64Array> = freshState;
  let at = Float64Array.from(one.trajectory[0]!);
  one.trajectory.slice(1).forEach((expected, step) => {
    const [x, y] = at as unknown as [number, number];
    expectNumbers([value(x, y)], [one.f_before[step]!], TOLERANCE);
    const gradients = { w: { shape: [2], data: Float64Array.from(slope(x, y)) } };
    const after = optimizerStep(spec, state, { w: { shape: [2], data: at } }, gradients);
    state = after.state;
    at = Float64Array.from(after.parameters.w!.data);
    expectNumbers(at, expected, TOLERANCE);
  });
});
