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

it("an unstable rate is called too large", () => {
  const { verdict } = derived({
    input: Array(9).fill(1),
    kernel: [1, 1, 1, 1],
    target: 4,
    rate: 0.2,
    step: 1,
    moment: LAST_MOMENT,
    bias: 1,
  });
  expect(verdict).toMatch(/dead|too large/);
});

it("numbers beyond 64 bits are called by their name and asked of no engine", () => {
  const wild: Partial<State> = {
    input: Array(9).fill(-100),
    kernel: [-100, -100, -100, -100],
    rate: 10,
    step: 40,
  };
  const { verdict } = derived({ ...wild, target: 100 });
  expect(verdict).toMatch(/dead|64 bits|too large/);
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
