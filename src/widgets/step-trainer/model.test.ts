import { describe, expect, it } from "vitest";
import { handExample } from "../../core/backprop/small-layer";
import type { SumTerm } from "../../viz/sum/sum-line";
import { cases } from "./cases";
import { model } from "./model";
import { endOf, isMade, LAST_MOMENT, MOMENTS } from "./moments";
import { allNumbers, readId, type NumberId } from "./quantity";
import { schema, type State } from "./schema";
import { workOf } from "./work";

const derived = (change: Partial<State> = {}) =>
  model.derive({ ...schema.defaults, ...change }, null, {});
const worked = (id: NumberId, change: Partial<State> = {}) => {
  const { layer, pass, next, state } = derived(change);
  return workOf(id, { layer, pass, next, rate: state.rate });
};

describe.each(cases)("$name", ({ state, facts }) => {
  it.each(Object.entries(facts))("%s", (_, holds) => expect(holds(derived(state))).toBe(true));
});

describe("slow motion", () => {
  it("makes every number exactly once", () => {
    const made = MOMENTS.flatMap(({ makes }) => makes);
    expect([...made].sort()).toEqual([...allNumbers].sort());
  });

  it("makes nothing before what it needs: forward, loss, backward, update", () => {
    expect(
      MOMENTS.map(({ phase }) => phase).filter((phase, at, all) => phase !== all[at - 1]),
    ).toEqual(["start", "forward", "loss", "backward", "update"]);
  });

  it.each(MOMENTS.map((_, at) => at))("position %d shows what was made, and nothing else", (at) => {
    const { shown } = derived({ moment: at });
    for (const id of allNumbers) {
      const { quantity, at: place } = readId(id);
      expect(shown[quantity][place] !== null, id).toBe(isMade(id, at));
    }
  });
});

const messy: Partial<State> = {
  input: [1, -3, 0.5, 4, 1, 3, 2, 1, -0.25],
  kernel: [1, -1.5, 0.5, 2],
  bias: 0.75,
  target: 1.5,
  rate: 0.03,
  step: 2,
  moment: LAST_MOMENT,
};

describe.each([{}, messy].map((change) => ({ ...change, moment: LAST_MOMENT })))(
  "an open number of $input",
  (change) => {
    const { shown } = derived(change);

    it.each(allNumbers)("%s ends in the value that the graph shows", (id) => {
      const { quantity, at } = readId(id);
      const { lines } = worked(id, change);
      expect(lines.at(-1)!.result).toBe(shown[quantity][at]);
      for (const { terms, result } of lines) {
        if (typeof terms === "string") continue;
        expect(terms.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(result, 10);
      }
    });
  },
);

it("dL/dw[0][0] is the correlation of x with G", () => {
  const [line] = worked("dw0").lines;
  expect(line!.terms).toMatchObject([
    { value: 1, weight: 1 },
    { value: 2, weight: 8 },
    { value: 0, weight: 1 },
    { value: 1, weight: 0 },
  ]);
});

it("dL/dx at the corner reads one output, by the turned kernel, and three zeros of padding", () => {
  const [line] = worked("dx2").lines;
  const terms = line!.terms as readonly SumTerm[];
  expect(terms.filter(({ source }) => source === null)).toHaveLength(3);
  expect(terms.find(({ source }) => source !== null)).toMatchObject({ value: 8, weight: -1 });
});

it("a learning rate of 0 moves nothing", () => {
  const { moves, curve } = derived({ rate: 0, moment: LAST_MOMENT });
  expect(moves.every(({ from, to }) => from === to)).toBe(true);
  expect(curve.map(({ loss }) => loss)).toEqual([33, 33]);
});

it("losses that rise are laid to the rate, and counted", () => {
  const wave: Partial<State> = { input: [1, -1, 1, 1, -1, 1, 1, -1, 1], kernel: [1, 0, 0, 0] };
  const verdict = (rate: number, step: number) =>
    derived({ ...wave, rate, step, moment: LAST_MOMENT }).verdict;
  // Two outputs see the wave: a small step makes their answers 1 − 10·rate times as large.
  expect(verdict(0.05, 0)).toBe("One step took the loss down from 1 to 0.25.");
  // A large one lands beyond: the two others answer 2 now.
  expect(verdict(0.5, 0)).toBe(
    "One step took the loss up from 1 to 4. The learning rate is too large here, and steps overshoot.",
  );
  // 21, 12.3, 5.96, 7.3: down all in all, and yet too large a rate.
  expect(derived({ target: 3, rate: 0.1, step: 2, moment: LAST_MOMENT }).verdict).toContain(
    "down from 21 to 7.296. But 1 went up: the learning rate is too large here",
  );
});

it("numbers beyond 64 bits are called by their name and asked of no engine", () => {
  const wild: State = {
    ...schema.defaults,
    input: [100, -100, 100, 100, -100, 100, 100, -100, 100],
    kernel: [1, 0, 0, 0],
    rate: 10,
    step: 40,
    moment: LAST_MOMENT,
  };
  const { verdict, curve } = derived(wild);
  expect(curve.at(-1)!.loss).not.toBeLessThan(Infinity);
  expect(verdict).toContain("64 bits");
  expect(model.request(wild, {})).toBeNull();
});

it("the next step begins with the loss that the last one ended with", () => {
  const ended = derived({ step: 2, moment: LAST_MOMENT });
  const begun = derived({ step: 3, moment: 0 });
  expect(begun.curve).toEqual(ended.curve);
  expect(begun.verdict).toBe(ended.verdict);
  expect(derived({ moment: 0 }).curve).toEqual([]);
});

describe("the engine's z", () => {
  const checked = (data: readonly number[], change: Partial<State> = {}) =>
    model.derive(
      { ...schema.defaults, ...change },
      { job: "conv2d", output: { shape: [1, 2, 2, 1], data: Float32Array.from(data) } },
      {},
    ).check;

  it.each([
    [[1, 8, 1, -2], "exactly"],
    [[1, 8.000001, 1, -2], "as 32-bit numbers are rounded"],
    [[1, 8.001, 1, -2], "more than the rounding of 32-bit numbers explains"],
    [[1, 8, 1, Number.NaN], "more than the rounding"],
  ])("%j are judged by the rounding of 32 bits", (data, words) => {
    expect(checked(data)).toContain(words);
  });
});

it("the summary keeps the names of numbers as they are written", () => {
  const opened = derived({ moment: LAST_MOMENT, open: "dx5" });
  expect(model.describe(opened)).toContain("Written out: dL/dx at row 1, column 2 = 16.");
});

it("a link cannot open what has not been made", () => {
  const { state, notes } = schema.parse("1~open:dw2");
  expect(state.open).toBe("auto");
  expect(notes).toHaveLength(1);
  expect(schema.parse(`1~open:dw2~moment:${endOf("backward")}`).state.open).toBe("dw2");
});

it("the request is this step's convolution", () => {
  const request = model.request(schema.defaults, {});
  expect(structuredClone(request)).toEqual(request);
  expect(request).toMatchObject({ job: "conv2d", bias: [0] });
  expect([...(request as { input: { data: Float32Array } }).input.data]).toEqual(handExample.input);
});

it("the code takes as many steps as the figure and checks its numbers", () => {
  const examples = model.code({ ...schema.defaults, step: 3 });
  for (const { code } of examples) expect(code).toMatch(/range\(4\)|step < 4/);
  const [pytorch] = model.code(schema.defaults);
  expect(pytorch!.code).toContain("[[17, 3], [10, 26]]");
});
