import type { ConvGeometry } from "../../../core/conv/geometry";
import type { PoolGeometry } from "../../../core/pool/geometry";
import type { StackConv, StackPool } from "../../conv-stack";

/** One layer with its sizes put in. */
export type StackStep =
  | { readonly kind: "conv"; readonly layer: StackConv; readonly geometry: ConvGeometry }
  | { readonly kind: "pool"; readonly layer: StackPool; readonly geometry: PoolGeometry };

/** A checked stack. */
export interface StackPlan {
  readonly steps: readonly StackStep[];
  /** Numbers of all maps. */
  readonly cells: number;
}

export interface PlaneSize {
  readonly height: number;
  readonly width: number;
}

/** Size of what a step gives. */
export function outSize(step: StackStep): PlaneSize {
  if (step.kind === "conv")
    return { height: step.geometry.outHeight, width: step.geometry.outWidth };
  return { height: step.geometry.rows.outSize, width: step.geometry.columns.outSize };
}

/** Reads of all windows of a step. */
export function readsOf(step: StackStep): number {
  const { height, width } = outSize(step);
  return height * width * step.layer.size ** 2;
}
