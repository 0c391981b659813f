import type { Block, Numbers } from "../numbers";
import { stored } from "../numbers";
import { normals, uniforms, type RandomSequence } from "../random/fill";
import { elementCount } from "../tensor";
import { fansOf, initLaw, type InitLaw, type InitSpec } from "./init";
import { orthogonalMatrix } from "./orthogonal";

/** `count` numbers under a law that treats each alone. */
export function drawLaw(
  law: Exclude<InitLaw, { kind: "orthogonal" }>,
  count: number,
  sequence: RandomSequence,
): Float64Array {
  switch (law.kind) {
    case "constant":
      return new Float64Array(count).fill(law.value);
    case "normal":
      return normals(count, sequence).map((value) => law.deviation * value);
    case "uniform":
      return uniforms(count, sequence).map((value) => law.bound * (2 * value - 1));
  }
}

/**
 * First weights of a layer, rounded to the width of `like`; the same for the same rule, shape and
 * place in the random sequences everywhere.
 *
 * Shapes: `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` or `[inputs, outputs]`; an
 * orthogonal rule takes all axes but the last as rows.
 */
export function drawWeights<A extends Numbers>(
  spec: InitSpec,
  shape: readonly number[],
  sequence: RandomSequence,
  { groups = 1, like }: { readonly groups?: number; readonly like: A },
): Block<A> {
  const count = elementCount(shape);
  const law = initLaw(spec, fansOf(shape, groups));
  if (law.kind !== "orthogonal")
    return { shape, data: stored(like, drawLaw(law, count, sequence)) };
  const columns = shape.at(-1)!;
  const matrix = orthogonalMatrix(count / columns, columns, sequence);
  return {
    shape,
    data: stored(
      like,
      matrix.map((value) => law.gain * value),
    ),
  };
}
