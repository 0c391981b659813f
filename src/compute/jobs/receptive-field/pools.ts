import { averagePool, averagePoolBackward } from "../../../core/pool/average-pool";
import { maxPool, maxPoolBackward, type MaxPool } from "../../../core/pool/max-pool";
import type { ConeLayer } from "../../../core/receptive-field/cone";

export type MaxPooled = MaxPool<Float32Array>;

const specOf = ({ layer, pad }: ConeLayer) => ({
  size: layer.kernelSize,
  stride: layer.stride,
  padding: pad,
});
const inputShape = ({ inRows, inColumns }: ConeLayer, lanes: number) => [
  1,
  inRows,
  inColumns,
  lanes,
];
const gradientOf = ({ outRows, outColumns }: ConeLayer, data: Float32Array, lanes: number) => ({
  shape: [1, outRows, outColumns, lanes],
  data,
});

/** Max pooling of a cone's map, `[rows, columns, lanes]`. */
export function maxPooled(cone: ConeLayer, data: Float32Array, lanes: number): MaxPooled {
  return maxPool({ shape: inputShape(cone, lanes), data }, specOf(cone));
}

export function maxPoolBack(
  cone: ConeLayer,
  pooled: MaxPooled,
  gradient: Float32Array,
  lanes: number,
): Float32Array {
  const upstream = gradientOf(cone, gradient, lanes);
  return maxPoolBackward(inputShape(cone, lanes), pooled, upstream).data;
}

/** Average pooling of a cone's map; zeros on the padding count. */
export function averagePooled(cone: ConeLayer, data: Float32Array, lanes: number): Float32Array {
  return averagePool({ shape: inputShape(cone, lanes), data }, specOf(cone)).data;
}

export function averagePoolBack(
  cone: ConeLayer,
  gradient: Float32Array,
  lanes: number,
): Float32Array {
  const upstream = gradientOf(cone, gradient, lanes);
  return averagePoolBackward(inputShape(cone, lanes), specOf(cone), upstream).data;
}
