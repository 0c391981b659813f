import type { FieldLayer } from "../../receptive-field";

/** One layer, cut to what one unit of the last layer depends on. Sizes in cells. */
export interface ConeLayer {
  readonly layer: Required<FieldLayer>;
  readonly inRows: number;
  readonly inColumns: number;
  readonly outRows: number;
  readonly outColumns: number;
  /** Zero padding that the windows read around the input's part. */
  readonly pad: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly inChannels: number;
  readonly outChannels: number;
}

/** A checked measurement with its sizes put in. */
export interface FieldPlan {
  readonly cone: readonly ConeLayer[];
  /** Sizes of all maps, the input first. */
  readonly rowSizes: readonly number[];
  readonly columnSizes: readonly number[];
  /** Top left cell of the input's part. */
  readonly row: number;
  readonly column: number;
  /** Empty for equal weights. */
  readonly seeds: readonly number[];
  /** Whether the picture must be sent forward first. */
  readonly gated: boolean;
}
