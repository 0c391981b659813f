import type { Cone } from "../../../core/receptive-field/cone";

/** A checked measurement with its sizes put in. */
export interface FieldPlan {
  readonly cone: Cone;
  /** Sizes of all maps, the input first. */
  readonly rowSizes: readonly number[];
  readonly columnSizes: readonly number[];
  /** Empty for equal weights. */
  readonly seeds: readonly number[];
  /** Whether the picture must be sent forward first. */
  readonly gated: boolean;
}
