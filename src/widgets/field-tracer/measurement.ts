import type { ReceptiveFieldRequest } from "../../compute/receptive-field";
import { legalLayer } from "./layers-codec";
import { mostSeeds, type Stack, type Unit } from "./stack";
import type { FieldTracerState } from "./state";

/** What a state asks the engine to measure, the picture left out; `null` for nothing. */
export function measurementOf(
  { bell, weights, channels, relu, seeds }: FieldTracerState,
  stack: Stack,
  unit: Unit,
): Pick<ReceptiveFieldRequest, "layers" | "unit" | "weights"> | null {
  if (!bell || weights === "equal" || unit.depth === 0) return null;
  if (mostSeeds(stack, unit, channels, relu) < 1) return null;
  return {
    layers: stack.layers.slice(0, unit.depth).map(legalLayer),
    unit: { row: unit.row, column: unit.column },
    weights: { kind: "random", channels, relu, seeds },
  };
}
