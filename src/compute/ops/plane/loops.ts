import { filterMap } from "../../../core/conv/conv2d";
import type { ConvGeometry } from "../../../core/conv/geometry";
import { averagePool } from "../../../core/pool/average-pool";
import type { PoolGeometry } from "../../../core/pool/geometry";
import { maxPool } from "../../../core/pool/max-pool";

/** Windows over one plane on the processor; results go into `map`, which is large enough. */
export interface PlaneLoops {
  readonly madeBy: "simd" | "plain";
  /** Sums run in float64, over rows, then columns, and are rounded once. */
  conv(input: Float32Array, kernel: Float32Array, g: ConvGeometry, map: Float32Array): void;
  pool(
    input: Float32Array,
    kind: "maxPool" | "averagePool",
    g: PoolGeometry,
    map: Float32Array,
  ): void;
}

/** Core's own loops. */
export const plainLoops: PlaneLoops = {
  madeBy: "plain",
  conv(input, kernel, g, map) {
    const spec = {
      input: { shape: [1, g.inHeight, g.inWidth, 1], data: input },
      weights: { shape: [g.kernelHeight, g.kernelWidth, 1, 1], data: kernel },
    };
    map.set(filterMap(spec, g, { outChannel: 0 }));
  },
  pool(input, kind, { rows, columns }, map) {
    const block = { shape: [1, rows.inSize, columns.inSize, 1], data: input };
    const spec = {
      size: [rows.size, columns.size],
      stride: [rows.stride, columns.stride],
      padding: {
        top: rows.before,
        bottom: rows.after,
        left: columns.before,
        right: columns.after,
      },
    } as const;
    map.set(kind === "maxPool" ? maxPool(block, spec).output.data : averagePool(block, spec).data);
  },
};
