import { activationNames } from "../../core/activation/activations";
import { MOST_CHARACTERS, parse } from "../../core/expression/parse";
import { floatFormats } from "../../core/float-format/float-format";
import { bool } from "../../schema/codecs/bool";
import { float } from "../../schema/codecs/float";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { text } from "../../schema/codecs/text";
import { defineSchema } from "../../schema/define-schema";
import { fitsBackward, mostSeeds } from "./cost";
import { COLUMNS, DEPTH, GAIN, SEEDS, WIDTH, type State } from "./state";

/** Whether a text is a formula of the activation language. */
export function isFormula(formula: string): boolean {
  try {
    parse(formula);
    return true;
  } catch {
    return false;
  }
}

/** Where settings are at odds, the nearest that are not: columns need every weight, and those cost. */
function repair(state: State): State {
  const formula = isFormula(state.formula) ? state.formula : "max(0, x)";
  const method = state.columns > 1 ? "literal" : state.method;
  const next = { ...state, formula, method } as const;
  return {
    ...next,
    seeds: Math.min(next.seeds, mostSeeds(next)),
    backward: next.backward && fitsBackward(next),
    layer: Math.min(next.layer, next.depth),
  };
}

export const schema = defineSchema<State>({
  version: 1,
  repair,
  fields: {
    width: int({ ...WIDTH, default: 512 }),
    depth: int({ ...DEPTH, default: 100 }),
    distribution: oneOf(["normal", "uniform", "orthogonal"]),
    fan: oneOf(["scaled", "plain"]),
    gain: float({ ...GAIN, digits: 12, default: 1 }),
    activation: oneOf([
      "identity",
      ...activationNames.filter((name) => name !== "identity"),
      "typed",
    ]),
    formula: text({ max: MOST_CHARACTERS, default: "max(0, x)" }),
    format: oneOf(["float32", ...floatFormats.filter((name) => name !== "float32")]),
    columns: int({ ...COLUMNS, default: 1 }),
    method: oneOf(["sameDistribution", "literal"]),
    seeds: int({ ...SEEDS, default: 200 }),
    backward: bool(false),
    layer: int({ min: 0, max: DEPTH.max, default: 100 }),
  },
});
