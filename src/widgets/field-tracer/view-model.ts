import type { ReceptiveField } from "../../core/receptive-field/receptive-field";
import type { Span } from "../../core/receptive-field/unit-field";
import type { StillPicture } from "../../widget-kit/define-widget";
import type { Cell, Region } from "../../viz/map/cell";
import type { Shares, Spread } from "./share-map";
import type { Stack, Unit } from "./stack";
import type { FieldTracerState } from "./state";

/** A number with its name and how it comes about. */
export interface FieldFact {
  readonly name: string;
  readonly value: string;
  readonly work: string;
}

/** One layer, or several equal ones in a row. */
export interface LayerRow {
  /** Place of the last of them, from 1. */
  readonly depth: number;
  /** E.g. "conv1_2", "conv 1 to conv 99". */
  readonly name: string;
  readonly kind: FieldTracerState["layers"][number]["kind"];
  /** E.g. "3 × 3, stride 2, padding 1". */
  readonly window: string;
  readonly times: number;
  readonly size: number;
  /** What the run adds to the field, e.g. "+ 2 · 2". */
  readonly added: string;
  readonly field: ReceptiveField;
  readonly reached: boolean;
}

/** How far a measurement has come, in seeds. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** How much each pixel counts. */
export interface BellModel {
  /** Whose weights, e.g. "equal weights". */
  readonly title: string;
  readonly picture: StillPicture;
  readonly shares: Shares;
  /** Equal weights' shares, for comparison. */
  readonly paths: Shares;
  readonly spread: Spread;
  readonly pathSpread: Spread;
  /** The square that holds 95 %. */
  readonly square: Region;
  readonly legend: string;
  /** Least and largest share that the colours tell apart. */
  readonly ends: readonly [string, string];
  /** What the colours leave out or mark, or `null`. */
  readonly note: string | null;
  readonly facts: readonly FieldFact[];
  /** What follows from the numbers, one or two sentences. */
  readonly verdict: string;
  /** The chosen pixel. */
  readonly pixel: Cell;
  readonly pixelText: (cell: Cell) => string;
  /** The chosen pixel's share as the product that made it. */
  readonly trace: string;
  /** Of the measurement that is shown; `null` where none is. */
  readonly progress: Progress | null;
  /** A measurement is on its way, or cannot be had; one sentence. */
  readonly waiting: string | null;
}

export interface FieldTracerModel {
  readonly state: FieldTracerState;
  readonly about: string;
  readonly stack: Stack;
  readonly unit: Unit;
  /** E.g. "pool5 (layer 18)" or "the input". */
  readonly layerName: string;
  readonly field: ReceptiveField;
  /** Middle of the unit's field, in input pixels. */
  readonly centre: Cell;
  /** The field, padding included. */
  readonly region: Region;
  /** Its part on the picture. */
  readonly seen: Region;
  /** Part of the field that lies on padding. */
  readonly onPadding: number;
  /** The picture with as much padding around as the field reaches into. */
  readonly view: Region;
  /** Along the columns, layer by layer, cut to the maps. */
  readonly spans: readonly Span[];
  readonly facts: readonly FieldFact[];
  readonly rows: readonly LayerRow[];
  readonly picture: StillPicture;
  readonly picturesWait: Promise<void> | null;
  /** Why the unit or the stack is not as wished; one sentence or `null`. */
  readonly note: string | null;
  readonly most: { readonly seeds: number };
  readonly bell: BellModel | null;
  /** 95 % square of the whole chain with equal weights: what the prediction asks for. */
  readonly truth: string;
  /** Whether the figure stands where the prediction asks. */
  readonly asked: boolean;
}
