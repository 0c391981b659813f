import { describe, expect, it, test } from "vitest";
import { RequestError, ShapeMismatchError } from "../errors";
import { freshState, type OptimizerSpec, type OptimizerState } from "./optimizer";
import { optimizerStep } from "./step";

const block = (...values: number[]) => ({
  shape: [values.length],
  data: Float64Array.from(values),
});

const specs: readonly OptimizerSpec[] = [
  { name: "sgd", learningRate: 0.05 },
  { name: "sgd", learningRate: 0.05, momentum: 0.9 },
  { name: "sgd", learningRate: 0.05, momentum: 0.9, nesterov: true, weightDecay: 0.01 },
  { name: "adam", learningRate: 0.05 },
  { name: "adamW", learningRate: 0.05, weightDecay: 0.1 },
  { name: "rmsprop", learningRate: 0.05 },
];

test.each(specs)("$name goes down a bowl and changes nothing it was given", (spec) => {
  const start = block(3, -2);
  let parameters: Readonly<Record<string, ReturnType<typeof block>>> = { w: start };
  let state: OptimizerState<Float64Array> = freshState;
  for (let step = 0; step < 300; step++) {
    const { w } = parameters;
    const gradients = { w: block(w!.data[0]!, 10 * w!.data[1]!) };
    const after = optimizerStep(spec, state, parameters, gradients);
    parameters = after.parameters as typeof parameters;
    state = after.state;
  }
  expect(Math.hypot(...parameters.w!.data)).toBeLessThan(0.05);
  expect([...start.data]).toEqual([3, -2]);
  expect(state.step).toBe(300);
});

describe("optimizerStep", () => {
  it("takes a first Adam step of the learning rate, whatever the gradient's size", () => {
    const spec = { name: "adam", learningRate: 0.01 } as const;
    const { parameters } = optimizerStep(
      spec,
      freshState,
      { w: block(1, 1) },
      { w: block(1e3, -1e-3) },
    );
    expect(parameters.w!.data[0]).toBeCloseTo(0.99, 9);
    expect(parameters.w!.data[1]).toBeCloseTo(1.01, 6);
  });

  it("rounds weights and memory to the parameters' width", () => {
    const spec = { name: "sgd", learningRate: 0.1 } as const;
    const w = { shape: [1], data: Float32Array.of(0.1) };
    const gradients = { w: { shape: [1], data: Float32Array.of(0.3) } };
    const { parameters } = optimizerStep(spec, freshState, { w }, gradients);
    expect(parameters.w!.data).toBeInstanceOf(Float32Array);
    expect(parameters.w!.data[0]).toBe(Math.fround(w.data[0]! - 0.1 * gradients.w.data[0]!));
  });

  it("shows a NaN gradient in the weight", () => {
    const { parameters } = optimizerStep(specs[3]!, freshState, { w: block(1) }, { w: block(NaN) });
    expect(parameters.w!.data[0]).toBeNaN();
  });

  it("refuses missing gradients, other shapes and settings out of range", () => {
    const [spec] = specs as [OptimizerSpec];
    expect(() => optimizerStep(spec, freshState, { w: block(1) }, {})).toThrow(ShapeMismatchError);
    expect(() => optimizerStep(spec, freshState, { w: block(1) }, { w: block(1, 2) })).toThrow(
      ShapeMismatchError,
    );
    for (const wrong of [{ learningRate: -1 }, { learningRate: NaN }, { momentum: 1 }])
      expect(() =>
        optimizerStep({ ...spec, ...wrong } as OptimizerSpec, freshState, {}, {}),
      ).toThrow(RequestError);
  });
});
