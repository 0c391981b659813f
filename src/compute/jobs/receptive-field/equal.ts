import { unitInfluence } from "../../../core/receptive-field/unit-field";
import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "../../receptive-field";
import type { FieldPlan } from "./plan";

/** Shares of a list of numbers none of which is negative. */
function shares(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

/** Equal weights: the influence is the product of its axes, and needs no picture. */
export function measureEqual(
  { layers, unit, weights, input }: ReceptiveFieldRequest,
  { rowSizes, columnSizes }: FieldPlan,
): ReceptiveFieldResult {
  const rows = shares(unitInfluence(layers, rowSizes, unit.row));
  const columns = shares(unitInfluence(layers, columnSizes, unit.column));
  const map = (down: Float64Array, across: Float64Array) => {
    const data = new Float32Array(down.length * across.length);
    down.forEach((share, row) =>
      across.forEach((other, column) => (data[row * across.length + column] = share * other)),
    );
    return { shape: input.shape, data };
  };
  const squares = (values: Float64Array) => shares(values.map((value) => value ** 2));
  return {
    job: "receptiveFieldMeasured",
    asked: { layers, unit, weights },
    madeBy: "exact",
    seeds: [],
    silent: 0,
    size: map(rows, columns),
    energy: map(squares(rows), squares(columns)),
  };
}
