import { expect, test } from "vitest";
import { activationIds } from "../../src/widgets/gain-lab/activations";
import { raceText } from "../../src/widgets/gain-lab/race-link";
import { schema } from "../../src/widgets/signal-race/schema";

test.each(activationIds)("the race takes %s and its gain from the lab's link as written", (id) => {
  const formula = "where(x >= 0, x, 0.2*x)";
  const { state, notes } = schema.parse(raceText({ activation: id, formula }, 1.3867504905630728));
  expect(notes).toEqual([]);
  expect(state).toMatchObject({ fan: "scaled", distribution: "normal", gain: 1.3867505 });
  if (id === "typed") expect(state).toMatchObject({ activation: "typed", formula });
  if (id === "gelu") expect(state.activation).toBe("gelu");
  if (id === "leaky") expect(state.formula).toBe("where(x > 0, x, 0.2 * x)");
});
