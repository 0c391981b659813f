import type { Tensor } from "../../core/tensor";
import type { SessionData } from "../../widget-kit/define-widget";
import type { TrainingData, TrainingPhase } from "../../widget-kit/session/training-data";
import type { RunCharts } from "./charts";
import type { Sample } from "./samples";
import type { DigitTrainerState, KernelShow } from "./state";

/** A number of the network or the run with its name, and how it comes about. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly work: string;
}

export interface LayerRow {
  readonly name: string;
  readonly shape: string;
  readonly parameters: string;
  readonly macs: string;
}

export interface Tile {
  readonly name: string;
  readonly value: string;
  /** What the value is of, e.g. "of 500 digits nobody trained on". */
  readonly note: string;
  /** The sum that makes it; `null` before there is a value. */
  readonly work: string | null;
}

/** How far a run has come, in the words of the loop. */
export interface ProgressModel {
  readonly phase: TrainingPhase;
  readonly step: number;
  readonly goal: number;
  /** Steps from one rest of Run to the next, and where it would rest. */
  readonly ahead: number;
  readonly runsTo: number;
  readonly epoch: number;
  /** Steps into the epoch, and in all of it. */
  readonly inEpoch: number;
  readonly stepsPerEpoch: number;
  readonly batch: number;
  readonly examples: number;
  readonly secondsLeft: number | null;
  readonly recorded: readonly number[];
  readonly best: number | null;
  readonly restarts: number;
  readonly error: string | null;
}

/** A small picture with what is right and what the network says. */
export interface Answered {
  readonly image: Tensor;
  readonly label: string;
  /** `null` before it was asked. */
  readonly answer: string | null;
  readonly right: boolean;
  /** E.g. "93 % sure". */
  readonly note: string;
}

export interface KernelModel {
  readonly name: string;
  readonly values: Float32Array;
  readonly size: number;
  /** E.g. "like Sobel x, cosine 0.83"; empty for other sides than 3. */
  readonly likeness: string;
  /** One weight's story: before, gradient, update, after. */
  readonly weightAt: (index: number) => string;
}

export interface KernelsModel {
  readonly show: KernelShow;
  /** Of the layer that is looked at. */
  readonly layer: string;
  readonly layers: readonly string[];
  readonly kernels: readonly KernelModel[];
  /** Kernels of the layer beyond those shown. */
  readonly hidden: number;
  readonly limit: number;
  readonly range: { readonly min: number; readonly max: number };
  /** Why there is nothing to show, or `null`. */
  readonly missing: string | null;
  readonly warning: string;
}

export interface MapModel {
  readonly key: string;
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  readonly pixels: Uint8ClampedArray;
}

export interface MapsModel {
  readonly stages: readonly {
    readonly name: string;
    readonly limit: number;
    readonly maps: readonly MapModel[];
  }[];
}

export interface MistakesModel {
  readonly set: string;
  readonly sets: readonly { readonly value: DigitTrainerState["judged"]; readonly label: string }[];
  readonly classes: readonly string[];
  /** `[classes][classes]`, label by row. */
  readonly confusion: readonly (readonly number[])[];
  readonly worst: readonly Answered[];
  /** One sentence on what is confused most. */
  readonly sentence: string;
}

export interface BatchModel {
  readonly step: number;
  readonly pictures: readonly (Answered & { readonly loss: number })[];
  readonly loss: number;
}

/** The drawing, each step of its preparation, and how it is read. */
export interface ReadingModel {
  /** `[28, 28]` as the board was scaled down, nothing else done. */
  readonly raw: Tensor;
  readonly steps: readonly {
    readonly name: string;
    readonly note: string;
    readonly image: Tensor | null;
  }[];
  /** What the network is given; `null` for a blank board. */
  readonly input: Tensor | null;
  readonly probabilities: readonly number[] | null;
  readonly answer: number | null;
  readonly otherwise: string | null;
  readonly why: {
    readonly classIndex: number;
    readonly contributions: Float32Array;
    readonly limit: number;
    readonly sum: number;
    readonly logit: number;
  } | null;
  readonly checksum: string;
  readonly parameters: number;
  readonly trained: boolean;
  readonly note: string | null;
}

export interface DigitTrainerModel {
  readonly state: DigitTrainerState;
  readonly session: TrainingData | null;
  readonly classes: readonly string[];
  readonly facts: readonly Fact[];
  readonly layers: readonly LayerRow[];
  readonly progress: ProgressModel;
  readonly tiles: readonly Tile[];
  readonly samples: readonly Sample[];
  /** Of the chosen sample, one number a class; `null` while it is not known. */
  readonly chances: readonly number[] | null;
  readonly charts: RunCharts;
  readonly verdict: string;
  /** Where the reader's own pictures are meant and missing. */
  readonly note: string | null;
  readonly firstKernels: KernelsModel;
  readonly kernels: KernelsModel | null;
  readonly maps: MapsModel | null;
  readonly mistakes: MistakesModel | null;
  readonly batch: BatchModel | null;
  readonly reading: ReadingModel | null;
}

export type TrainerSession = TrainingData & SessionData;
