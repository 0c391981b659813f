import type { SessionData } from "../../widget-kit/define-widget";
import type { SignalChainResult } from "../../compute/types";
import type { SignalShares } from "../../compute/signal-chain";
import type { RidgeRow } from "../../viz/chart/histogram-ridge";
import type { LineChartProps } from "../../viz/chart/line-chart";
import type { Experiment } from "./experiments";
import type { Measured } from "./measured";
import type { Question } from "./question";
import type { State } from "./state";

/** A first look at a state, while the whole answer is being worked out. */
export interface Look extends SessionData {
  readonly result: SignalChainResult;
}

export type Chart = Omit<LineChartProps, "onCursor" | "cursor">;

/** A share at the layer that is read out, by name. */
export interface ShareRow {
  readonly kind: keyof SignalShares;
  readonly name: string;
  readonly about: string;
  readonly share: number;
  readonly text: string;
}

export interface EventRow {
  readonly name: string;
  /** "never", or the layers and in how many runs. */
  readonly text: string;
}

/** The chosen layer, and where its number came from. */
export interface Reading {
  readonly layer: number;
  readonly scale: string;
  readonly theory: string;
  /** How the theory of this layer follows from the one before, with the numbers of the state. */
  readonly work: readonly string[];
  readonly shares: readonly ShareRow[];
}

export interface RaceModel {
  readonly state: State;
  /** What was measured of this very state; `null` while it is being measured. */
  readonly measured: Measured | null;
  readonly experiment: Experiment | null;
  readonly verdict: string;
  readonly provenance: string;
  /** How the notes' own number lies among these runs; `null` for other settings. */
  readonly noted: string | null;
  /** Share of these runs whose standard deviation is below the notes', in percent. */
  readonly notedRank: number | null;
  readonly forward: Chart;
  readonly backward: Chart | null;
  readonly cursor: { readonly at: number; readonly text: string };
  readonly reading: Reading;
  readonly events: readonly EventRow[];
  readonly ridge: readonly RidgeRow[];
  /** log₁₀ of the scale that theory expects, from x on; infinite width, no number format. */
  readonly theory: readonly number[];
  readonly question: Question;
  /** The answer to it; `null` until the runs have given it. */
  readonly truth: string | null;
  /** Why fewer seeds than wanted; `null` where all can be had. */
  readonly seedsNote: string | null;
}
