import { BETWEEN, IS, escapeText } from "../../schema/link-text";
import { formatDecimal } from "../../schema/codecs/decimal";
import { formulaOf, listed, type Chosen } from "./activations";

/** Id of the signal race on this chapter's page. */
export const RACE = "race";

/**
 * The race's state with this activation and gain, as its link writes it: normal weights of deviation
 * gain/√n. Activations with a setting travel as formulas.
 */
export function raceText(chosen: Chosen, gain: number): string {
  const spec = chosen.activation === "typed" ? null : listed[chosen.activation].spec;
  const fields = {
    distribution: "normal",
    fan: "scaled",
    gain: formatDecimal(Number(gain.toPrecision(8))),
    ...(typeof spec === "string"
      ? { activation: spec }
      : { activation: "typed", formula: formulaOf(chosen) }),
  };
  const written = Object.entries(fields).map(([name, value]) => name + IS + escapeText(value));
  return ["1", ...written].join(BETWEEN);
}
