import type { SmallLayer, SmallLayerPass } from "../../core/backprop/small-layer";
import type { SumTerm } from "../../viz/sum/sum-line";
import type { Phase } from "./moments";
import type { NumberId, Quantity } from "./quantity";
import type { State } from "./schema";

/** One line of a written-out sum. */
export interface WorkLine {
  readonly name: string;
  /** Products to add, or a calculation in words and signs. */
  readonly terms: readonly SumTerm[] | string;
  readonly result: number;
}

/** Cells of the graph that take part in a sum. */
export interface Marks {
  readonly input: readonly number[];
  readonly kernel: readonly number[];
  readonly numbers: readonly NumberId[];
}

/** How one number came about. */
export interface Work {
  readonly id: NumberId;
  readonly name: string;
  /** The rule, in a sentence. */
  readonly rule: string;
  readonly lines: readonly WorkLine[];
  readonly marks: Marks;
}

/** One learned number on its way: `w − η · slope`. */
export interface Move {
  readonly id: NumberId;
  readonly name: string;
  readonly from: number;
  readonly slope: number;
  /** −η · slope */
  readonly change: number;
  readonly to: number;
  /** Whether slow motion has come to its slope, and to its step. */
  readonly known: boolean;
  readonly done: boolean;
}

export interface LossPoint {
  readonly step: number;
  readonly loss: number;
}

export interface StepTrainerModel {
  readonly state: State;
  readonly phase: Phase;
  /** What the slow motion is doing, in a sentence. */
  readonly saying: string;
  /** The layer before this step. */
  readonly layer: SmallLayer;
  readonly next: SmallLayer;
  readonly pass: SmallLayerPass;
  /** Every number of a quantity; `null` where slow motion has not come yet. */
  readonly shown: Readonly<Record<Quantity, readonly (number | null)[]>>;
  readonly work: Work | null;
  readonly moves: readonly Move[];
  /** Before each step, as far as it is known, and after this one where its update is done. */
  readonly curve: readonly LossPoint[];
  /** Magnitudes with the full colour, one scale for values and one for gradients. */
  readonly limits: { readonly input: number; readonly value: number; readonly gradient: number };
  readonly dead: boolean;
  /** What the curve and the pass say, computed. */
  readonly verdict: string | null;
  /** How the engine's own convolution compares; `null` until it has answered. */
  readonly check: string | null;
}
