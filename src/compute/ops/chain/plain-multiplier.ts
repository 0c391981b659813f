import { rounding, type FloatFormat } from "../../../core/float-format/float-format";
import { drawLaw } from "../../../core/init/draw";
import { orthogonalMatrix } from "../../../core/init/orthogonal";
import { normals } from "../../../core/random/fill";
import type { DrawnWeights, Multiplier } from "./multiplier";

/** All weights of a matrix, rounded to its format: row-major `[inputs, outputs]`. */
export function drawMatrix({ law, sequence, inputs, outputs, format }: DrawnWeights): Float64Array {
  const round = rounding(format);
  if (law.kind !== "orthogonal") return drawLaw(law, inputs * outputs, sequence).map(round);
  return orthogonalMatrix(inputs, outputs, sequence).map((value) => round(law.gain * value));
}

/** A product as arithmetic units make it: float32 for every format but float64. */
function productOf(format: FloatFormat): (a: number, b: number) => number {
  return format === "float64" ? (a, b) => a * b : (a, b) => Math.fround(a * b);
}

/** Products by core's own random numbers and plain loops, for where there is no SIMD. */
export function plainMultiplier(): Multiplier {
  return {
    fast: false,
    forward(weights, x, columns) {
      const { inputs, outputs } = weights;
      const w = drawMatrix(weights);
      const product = productOf(weights.format);
      const y = new Float64Array(outputs * columns);
      for (let i = 0; i < inputs; i++)
        for (let j = 0; j < outputs; j++) {
          const weight = w[i * outputs + j]!;
          for (let c = 0; c < columns; c++)
            y[j * columns + c]! += product(weight, x[i * columns + c]!);
        }
      return y;
    },
    backward(weights, g, columns) {
      const { inputs, outputs } = weights;
      const w = drawMatrix(weights);
      const product = productOf(weights.format);
      const y = new Float64Array(inputs * columns);
      for (let i = 0; i < inputs; i++)
        for (let j = 0; j < outputs; j++) {
          const weight = w[i * outputs + j]!;
          for (let c = 0; c < columns; c++)
            y[i * columns + c]! += product(weight, g[j * columns + c]!);
        }
      return y;
    },
    normals: (into, sequence) => into.set(normals(into.length, sequence)),
  };
}
