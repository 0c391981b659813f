import { describe, expect, test } from "vitest";
import gains from "../../../tests/golden/gains.json";
import type { ActivationMomentsResult } from "../../compute/activation-moments";
import { activationOf } from "../../core/activation/activations";
import { firstFrame } from "../../widget-kit/first-frame";
import { activationIds, formulaOf, listed } from "./activations";
import { cases } from "./cases";
import definition from "./index";
import { model } from "./model";
import { schema, type State } from "./schema";

const stateOf = (change: Partial<State>): State => ({ ...schema.defaults, ...change });

async function shown(change: Partial<State>) {
  const state = stateOf(change);
  const { result } = await firstFrame(definition, state, {});
  return model.derive(state, result as ActivationMomentsResult | null, {});
}

describe.each(cases)("$name", ({ state, facts }) => {
  test.each(Object.entries(facts))("%s", async (_, holds) => {
    expect(holds(await shown(state))).toBe(true);
  });
});

const idOf: Readonly<Record<string, State["activation"]>> = { scaled_tanh: "scaledTanh" };

test.each(gains.cases.filter(({ name }) => name !== "leaky_relu"))(
  "$name has the golden numbers on the cards",
  async (one) => {
    const activation = idOf[one.name] ?? (one.name as State["activation"]);
    const { measures } = await shown({ activation });
    const values = measures.map(({ value }) => value);
    [
      one.E_f,
      one.E_f2,
      one.gain_second_moment,
      one.E_df2,
      one.chi_at_gain,
      one.variance_map_slope_at_1,
    ].forEach((golden, at) => expect(values[at]).toBeCloseTo(golden, 8));
  },
);

test.each(activationIds.filter((id) => id !== "typed"))("%s can be typed", (activation) => {
  const typed = activationOf({
    name: "formula",
    formula: formulaOf({ activation, formula: "" }),
  });
  const known = activationOf(listed[activation as "relu"].spec);
  for (let x = -3.05; x < 3; x += 0.3) expect(typed.value(x)).toBeCloseTo(known.value(x), 12);
});

test("of two scales that hold, the verdict names the one that was reached", async () => {
  const twoLevels = {
    activation: "typed",
    formula: "where(abs(x) > 2.5, 8, 0.5)",
    derived: false,
    gain: 1,
  } as const;
  const settled = async (start: number) => (await shown({ ...twoLevels, start })).verdict;
  expect(await settled(-0.6)).toMatch(/^The scale settles at a variance of 0\.25/);
  expect(await settled(2)).toMatch(/^The scale settles at a variance of 4\d/);
});

test("a scale that grows once and then stands is not said to grow in every layer", async () => {
  const constant = { activation: "typed", formula: "300", derived: false } as const;
  const { verdict } = await shown({ ...constant, gain: 10 });
  expect(verdict).toContain("the scale only grows. After 50 layers the variance is 9e6.");
  const { verdict: down } = await shown({ ...constant, gain: 0.05, formula: "0.1 * x", start: 3 });
  expect(down).toContain("the scale only shrinks");
});

test("the summary names the gain of the weights where it is not the derived one", async () => {
  const vm = await shown({ activation: "tanh", derived: false, gain: 1.666667 });
  expect(model.describe(vm)).toMatch(/^Activation tanh with weights of gain 1\.667: gain 1\.59/);
});

test("the intervals add up to E f²", async () => {
  const { result } = await shown({ activation: "mish" });
  const sum = result!.secondByInterval.reduce((total, share) => total + share, 0);
  expect(sum).toBeCloseTo(result!.moments.second, 12);
});

test("what the page carries is JSON, and says the same", async () => {
  const whole = await shown({});
  const carried = JSON.parse(JSON.stringify(model.carried!(whole))) as ActivationMomentsResult;
  expect(model.derive(stateOf({}), carried, {}).verdict).toBe(whole.verdict);
  expect(JSON.stringify(carried).length).toBeLessThan(8000);
});

test("a formula that is none asks for nothing, and keeps the last answer", async () => {
  const good = await shown({});
  const bad = stateOf({ activation: "typed", formula: "1 +" });
  expect(model.request(bad, {})).toBeNull();
  const { mistake, result, current } = model.derive(bad, good.result, {});
  expect(mistake!.at).toBe(3);
  expect(result).toBe(good.result);
  expect(current).toBe(false);
});

test("numbers of the setting before are never said of this one", async () => {
  const { result } = await shown({});
  const waiting = model.derive(stateOf({ activation: "relu" }), result, {});
  expect(model.describe(waiting)).toBe("Activation ReLU: its numbers are being worked out.");
  expect(model.table!(waiting)!.caption).toMatch(/^The setting before with gain 1\.534/);
});

test("code carries the formula in each library's words, and the shown gain", async () => {
  const vm = await shown({ activation: "typed", formula: "where(x > 0, x, 0.2*x)" });
  const [torch, tfjs, numpy] = model.code(vm.state, vm).map(({ code }) => code);
  expect(numpy).toContain("np.where(x > 0, x, (0.2 * x))");
  expect(tfjs).toContain("tf.where(tf.greater(x, 0), x, tf.mul(0.2, x))");
  expect(torch).toContain("1.3867505");
});
