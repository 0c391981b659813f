import type { PlaneRange, RenderedPicture } from "../../compute/types";
import type { Place } from "../../core/detection/place";
import type { SumChannel } from "../../viz/sum/sum-line";
import type { FinderSpec } from "../../compute/detection";

/** Something found, in cells of the scene. */
export interface Find extends Place {
  readonly kind: "hit" | "false alarm";
}

/** One line of the comparison. */
export interface FinderFact {
  readonly value: string;
  /** How it comes about; empty where the value says it all. */
  readonly work: string;
}

export interface FinderThreshold {
  /** Position of its slider. */
  readonly percent: number;
  readonly best: boolean;
  /** The slider's position as an answer, e.g. "0.62". */
  readonly text: (percent: number) => string;
}

/** The sum behind one answer. */
export interface FinderTrace {
  readonly channel: SumChannel;
  readonly bias: number;
  readonly sum: number;
  readonly output: number;
  /** First cell of the window on the scene. */
  readonly window: Place;
}

export interface FinderModel {
  readonly index: 0 | 1;
  /** "3 × 3" */
  readonly name: string;
  /** "average", as the middle of a sentence has it. */
  readonly kind: string;
  readonly spec: FinderSpec;
  /** `null` while it is being learned. */
  readonly weights: readonly number[] | null;
  /** Side of the response map. */
  readonly side: number;
  /** Cells from the scene's border to the map's. */
  readonly shift: number;
  readonly key: string;
  readonly picture: RenderedPicture | null;
  readonly range: PlaneRange | null;
  readonly limit: number | null;
  /** `null` before the scene has been searched. */
  readonly found: FinderFound | null;
  readonly contrast: number | null;
  readonly noiseGain: number | null;
  /** `null` where nothing was learned. */
  readonly training: {
    readonly examples: number;
    readonly error: number;
    readonly newError: number;
  } | null;
  readonly weightCount: number;
  readonly macs: number;
  /** The sum with the window's middle at a place; `null` where the window does not fit. */
  readonly traceAt: (place: Place) => FinderTrace | null;
}

export interface FinderFound {
  readonly finds: readonly Find[];
  readonly missed: readonly Place[];
  readonly hits: number;
  readonly falseAlarms: number;
  /** With a plus where the list of peaks is cut short. */
  readonly falseAlarmsText: string;
  readonly threshold: FinderThreshold;
}

export interface DuelModel {
  readonly preset: string;
  readonly scene: {
    readonly picture: RenderedPicture | null;
    /** Middles; empty before the first result. */
    readonly objects: readonly Place[];
    readonly objectSize: number;
    readonly noise: number;
    /** Why there are fewer objects than asked for; `null` when there are not. */
    readonly note: string | null;
  };
  readonly finders: readonly [FinderModel, FinderModel];
  readonly rows: readonly { readonly name: string; readonly facts: readonly FinderFact[] }[];
  readonly difference: { readonly largest: number; readonly places: number } | null;
  /** Which finds more, and what else the comparison shows; empty before the first result. */
  readonly verdict: string;
  /** The answer to the prediction; `null` before the first result. */
  readonly truth: string | null;
  readonly place: Place;
}
