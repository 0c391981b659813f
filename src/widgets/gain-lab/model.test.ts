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

test("code carries the formula in each library's words, and the shown gain", async () => {
  const vm = await shown({ activation: "typed", formula: "where(x > 0, x, 0.2*x)" });
  const [torch, tfjs, numpy] = model.code(vm.state, vm).map(({ code }) => code);
  expect(numpy).toContain("np.where(x > 0, x, (0.2 * x))");
  expect(tfjs).toContain("tf.where(tf.greater(x, 0), x, tf.mul(0.2, x))");
  expect(torch).toContain("1.3867505");
});
