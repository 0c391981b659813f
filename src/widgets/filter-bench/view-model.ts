import type { ColorScale, PlaneRange, RenderedPicture } from "../../compute/types";
import type { Cell } from "../../viz/map/cell";
import type { CellModel } from "./cell";
import type { KernelSize } from "./filter";
import type { FilterBenchState } from "./state";

/** One picture as a map of the figure shows it. */
export interface MapModel {
  readonly key: string;
  /** What is seen, for the accessible name. */
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  readonly scale: ColorScale;
  /** The newest frame; `null` before the first. */
  readonly picture: RenderedPicture | null;
  /** Smallest and largest value with their signs, e.g. "−1.2 … +3"; `null` before the first frame. */
  readonly rangeText: string | null;
  /** E.g. "12 NaN, 3 +∞"; `null` when every value is finite. */
  readonly nonFiniteText: string | null;
  readonly range: PlaneRange | null;
  readonly limit: number | null;
}

export interface InputChannelModel {
  readonly name: "red" | "green" | "blue" | "grey";
  readonly map: MapModel;
}

export interface FilterModel {
  /** From 0, as in the weights. */
  readonly index: number;
  /** E.g. "Channel 2". */
  readonly title: string;
  /** The preset's label, or "Your own numbers". */
  readonly name: string;
  /** The preset's id, or `""`. */
  readonly preset: string;
  /** What the preset does, one sentence; for own numbers what their sum says. */
  readonly about: string;
  /** `[inChannel][row · size + column]` */
  readonly kernels: readonly (readonly number[])[];
  /** All weights added up, e.g. "0" or "1". */
  readonly weightSum: string;
  /** Magnitude of the largest weight: the full colour in every kernel of the filter. */
  readonly largestWeight: number;
  readonly bias: number;
  /** The bias without the dust of float32: 0.1, not 0.10000000149. */
  readonly biasShown: number;
  readonly map: MapModel;
}

/** A number of the layer with its name. */
export interface LayerFact {
  readonly name: string;
  readonly value: string;
  /** How it comes about, e.g. "4 × (3 × 3² + 1)". */
  readonly work: string;
}

export interface GradientModel {
  readonly x: MapModel;
  readonly y: MapModel;
  readonly magnitude: MapModel;
  readonly angle: MapModel;
  /** E.g. "channel 1, Sobel x". */
  readonly xName: string;
  readonly yName: string;
  /** gx and gy at an output cell, before the activation. */
  readonly at: (cell: Cell) => { readonly gx: number; readonly gy: number };
}

export interface PresetOption {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
}

export interface FilterBenchModel {
  /** The state as it runs: the reader's own, or the nearest that fits the picture. */
  readonly layer: FilterBenchState;
  /** Why `layer` is not the reader's own state, or why their picture is missing; one sentence. */
  readonly note: string | null;
  /** Settles when the picture itself can take the place of the one that stands in; else `null`. */
  readonly waiting: Promise<void> | null;
  readonly input: {
    readonly rows: number;
    readonly columns: number;
    readonly whole: MapModel;
    readonly channels: readonly InputChannelModel[];
  };
  readonly output: { readonly rows: number; readonly columns: number; readonly cells: number };
  readonly filters: readonly FilterModel[];
  /** The filter of the channel that is looked at. */
  readonly filter: FilterModel;
  readonly partials: readonly MapModel[];
  readonly sum: MapModel;
  readonly facts: readonly LayerFact[];
  readonly presets: readonly PresetOption[];
  /** Kernel sides and dilations, those that do not fit the picture disabled. */
  readonly sizes: readonly { readonly value: KernelSize; readonly disabled: boolean }[];
  readonly dilations: readonly { readonly value: number; readonly disabled: boolean }[];
  /** Whether the picture has one channel only. */
  readonly greyOnly: boolean;
  /** The selected cell of the selected channel. */
  readonly cell: CellModel;
  /** Any other cell of it, e.g. the one under the pointer. */
  readonly cellAt: (cell: Cell) => CellModel;
  /** The output cell whose window lies around an input cell. */
  readonly outputCellAt: (inputCell: Cell) => Cell;
  /** The selected cell's place in the scan. */
  readonly step: number;
  readonly gradient: GradientModel | null;
}
