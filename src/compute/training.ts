/** Chapter 5's experiment as plain data: a network trained step by step, everything visible. */
import type { InitSpec } from "../core/init/init";
import type { Network } from "../core/network/layer";
import type { OptimizerSpec } from "../core/optim/optimizer";
import type { DigitOptions } from "../core/digits/options";
import type { Tensor } from "../core/tensor";

/** Labelled pictures, drawn by code or brought along. Classes are whole numbers from 0. */
export type TrainData =
  | {
      /** Generated digits, 28×28, 10 classes: number `index` of the seed is the same everywhere. */
      readonly kind: "digits";
      readonly seed: number;
      readonly count: number;
      /** `styles: "reserved"` writes only in the hands that training never sees. */
      readonly options?: Partial<DigitOptions>;
      /** Share of labels replaced by a class drawn at random, 0 to 1; default 0. */
      readonly labelNoise?: number;
    }
  | {
      /** Circle, square, triangle, cross, bars, 16×16, 5 classes. */
      readonly kind: "shapes";
      readonly seed: number;
      readonly count: number;
      readonly labelNoise?: number;
    }
  | {
      readonly kind: "tensors";
      /** `[count, …inputShape]` */
      readonly images: Tensor;
      /** One class a picture. */
      readonly labels: Uint8Array;
      /** What random labels are drawn by; default 0. */
      readonly seed?: number;
      readonly labelNoise?: number;
    };

/**
 * How far an example may be moved each time it is trained on. Every draw is uniform, in both
 * directions; a picture leaves paper behind.
 */
export interface Augmentation {
  /** Pixels along each axis. */
  readonly shift: number;
  /** Degrees. */
  readonly turn: number;
  /** Share of the size. */
  readonly stretch: number;
}

/** What the learning rate is multiplied by, step after step. */
export type RateSchedule =
  | { readonly kind: "constant" }
  /** `½ (1 + cos(π · step / steps))`, 0 from then on. */
  | { readonly kind: "cosine"; readonly steps: number };

/** Learned numbers and what the optimiser remembers, after so many steps. */
export interface TrainSnapshot {
  /** Steps taken. */
  readonly step: number;
  /** Steps that this optimiser has taken: fewer after a change from one kind to another. */
  readonly optimizerStep: number;
  /** By name, e.g. `0/weights`. */
  readonly parameters: Readonly<Record<string, Tensor>>;
  /** Velocities, or running means of gradients. */
  readonly first: Readonly<Record<string, Tensor>>;
  /** Running means of squared gradients. */
  readonly second: Readonly<Record<string, Tensor>>;
  /** Of batch normalisations, by the path of their layer. */
  readonly statistics: Readonly<
    Record<string, { readonly mean: Tensor; readonly variance: Tensor }>
  >;
}

/**
 * Begins a run: draws the data and the first parameters. Every draw is Philox's, keyed by seed,
 * stream, step and index, so a run can be repeated number for number with the same loops. The caller
 * ends the run with `trainStop`.
 */
export interface TrainStartRequest {
  readonly job: "trainStart";
  /** Its last layer gives `[classes]` logits. */
  readonly network: Network;
  readonly data: TrainData;
  /** More data by a name of choice (not `train`), for accuracies only. */
  readonly validation?: Readonly<Record<string, TrainData>>;
  readonly optimizer: OptimizerSpec;
  readonly schedule?: RateSchedule;
  readonly init: InitSpec;
  /** Of the first parameters and of every epoch's order. */
  readonly seed: number;
  /** Examples a step, 1 to 1024; an epoch's last step takes what is left. */
  readonly batchSize: number;
  /** Moves every example anew each time it is trained on; default not at all. */
  readonly augmentation?: Augmentation;
  /** Steps between two checkpoints; default 50. */
  readonly checkpointEvery?: number;
  /** Goes on from here instead of from `init`. */
  readonly from?: TrainSnapshot;
}

/** Whose loops do the work: SIMD code of our own, or plain ones. */
export type TrainLoops = "simd" | "plain";

/** Where a run stands. */
export interface TrainProgress {
  readonly run: string;
  /** Steps taken. */
  readonly step: number;
  /** Epochs begun and ended, as a fraction. */
  readonly epoch: number;
  readonly stepsPerEpoch: number;
  readonly loops: TrainLoops;
}

export interface TrainStartResult extends TrainProgress {
  readonly job: "trainStart";
  readonly classes: number;
  readonly parameterCount: number;
  /** Multiply-accumulates of one example, forward. */
  readonly macs: number;
  readonly snapshot: TrainSnapshot;
}

/** Takes steps. Called off, it stops between two steps; those taken count. */
export interface TrainStepRequest {
  readonly job: "trainStep";
  readonly run: string;
  /** How many, 1 to 100,000; `"epoch"`: to the end of the epoch under way. */
  readonly steps: number | "epoch";
  /**
   * The step to begin at: a run that is further goes back first, so that asking twice counts once.
   * Default where the run stands.
   */
  readonly at?: number;
  /** Other settings from now on. */
  readonly optimizer?: OptimizerSpec;
  readonly schedule?: RateSchedule;
  /** The last of these steps: everything, or what the layers at these paths have learned. */
  readonly detail?: boolean | readonly string[];
}

export interface StepReport {
  /** Number of the step, from 1. */
  readonly step: number;
  /** Mean of the batch before the update, in nats. */
  readonly loss: number;
  /** Share of the batch. */
  readonly accuracy: number;
  readonly learningRate: number;
  /** Root of the sum of squares of each parameter's gradient. */
  readonly gradientNorm: Readonly<Record<string, number>>;
  /** Length of each parameter's change by its length before; 0/0 is 0. */
  readonly updateRatio: Readonly<Record<string, number>>;
  /** By path of ReLU: share of channels (or units) that were zero all over the batch. */
  readonly deadShare: Readonly<Record<string, number>>;
}

/** One step with everything in it. Shapes begin with the batch where there is one. */
export interface StepDetail {
  /** Places of the examples in the data, in order. */
  readonly examples: readonly number[];
  readonly input: Tensor;
  readonly labels: readonly number[];
  /** `[batch, classes]` */
  readonly probabilities: Tensor;
  /** Every layer's result, by path; empty where layers were picked out. */
  readonly outputs: Readonly<Record<string, Tensor>>;
  /** The loss's gradient by every layer's result, from the first that learns; empty likewise. */
  readonly outputGradients: Readonly<Record<string, Tensor>>;
  readonly gradients: Readonly<Record<string, Tensor>>;
  /** What was added to each parameter. */
  readonly updates: Readonly<Record<string, Tensor>>;
}

export interface TrainStepResult extends TrainProgress {
  readonly job: "trainStep";
  readonly steps: readonly StepReport[];
  readonly detail?: StepDetail;
}

/** Looks at a run; changes nothing. */
export interface TrainStateRequest {
  readonly job: "trainState";
  readonly run: string;
  /** Data to judge the network by: `train` (its first 500) and names of `validation`; default all. */
  readonly sets?: readonly string[];
  /** Worst mistakes wanted of each set; default 12. */
  readonly worst?: number;
  /** `[…inputShape]`: a picture whose feature maps are wanted. */
  readonly picture?: Tensor;
}

export interface Mistake {
  /** Place in the data. */
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
  /** What the network gave its own answer. */
  readonly probability: number;
  /** `inputShape` */
  readonly image: Tensor;
}

export interface SetScore {
  readonly count: number;
  readonly accuracy: number;
  /** Mean per example, in nats. */
  readonly loss: number;
  /** `[classes, classes]`: how often label (row) was taken for class (column). */
  readonly confusion: Tensor;
  /** Wrong answers, the surest first. */
  readonly worst: readonly Mistake[];
}

export interface TrainStateResult extends TrainProgress {
  readonly job: "trainState";
  readonly snapshot: TrainSnapshot;
  readonly scores: Readonly<Record<string, SetScore>>;
  /** Every layer's result for the picture, by path. */
  readonly featureMaps?: Readonly<Record<string, Tensor>>;
}

/** Goes back to a step, by the last checkpoint before it; or begins another run there. */
export interface TrainRewindRequest {
  readonly job: "trainRewind";
  readonly run: string;
  readonly step: number;
  /** Leaves this run alone and answers with a new one. */
  readonly branch?: boolean;
}

export interface TrainRewindResult extends TrainProgress {
  readonly job: "trainRewind";
  readonly snapshot: TrainSnapshot;
}

/** What a network says before its first step. No run is made, nothing is kept. */
export interface TrainPreviewRequest {
  readonly job: "trainPreview";
  /** Its last layer gives `[classes]` logits. */
  readonly network: Network;
  /** A few examples to judge it by, up to 1,000. */
  readonly data: TrainData;
  readonly init: InitSpec;
  readonly seed: number;
  /** How many of the first examples are answered one by one. */
  readonly answers: number;
  /** Names of the parameters wanted, e.g. `0/weights`. */
  readonly parameters: readonly string[];
  /** Pictures to be read besides. */
  readonly reading?: ReadingWish;
}

/** Plain lists, so that it can be written into a page. */
export interface TrainPreviewResult {
  readonly job: "trainPreview";
  readonly count: number;
  readonly accuracy: number;
  /** Mean per example, in nats. */
  readonly loss: number;
  /** One an answered example, one number a class. */
  readonly probabilities: readonly (readonly number[])[];
  readonly parameters: Readonly<Record<string, readonly number[]>>;
  readonly parameterCount: number;
  /** Multiply-accumulates of one example, forward. */
  readonly macs: number;
  readonly reading?: Reading;
}

/** Pictures to be read, and what is wanted of the way of the first one. */
export interface ReadingWish {
  /** Each `[…inputShape]`, one to eight. */
  readonly pictures: readonly Tensor[];
  /**
   * `maps`: every layer's result. `contributions`: each number of the picture times the slope of the
   * highest score by it.
   */
  readonly inside: "maps" | "contributions";
}

/** Plain lists, so that it can be written into a page. */
export interface Reading {
  /** One a picture, one number a class, before the softmax. */
  readonly scores: readonly (readonly number[])[];
  /** Of the first picture, by path of layer. */
  readonly maps?: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly data: readonly number[] }>
  >;
  /** Of the first picture, as long as it. */
  readonly contributions?: readonly number[];
}

/** Reads pictures with weights that are brought along; no run hears of it, nothing is learned. */
export interface TrainReadingRequest {
  readonly job: "trainReading";
  readonly network: Network;
  readonly parameters: TrainSnapshot["parameters"];
  readonly statistics: TrainSnapshot["statistics"];
  readonly reading: ReadingWish;
}

export interface TrainReadingResult {
  readonly job: "trainReading";
  readonly reading: Reading;
}

/** Draws a set as a run would, to be kept elsewhere. */
export interface TrainPicturesRequest {
  readonly job: "trainPictures";
  readonly data: TrainData;
}

export interface TrainPicturesResult {
  readonly job: "trainPictures";
  /** `[count, height, width]` */
  readonly shape: readonly number[];
  /** 0 to 255, row by row: one picture after another. */
  readonly pictures: Uint8Array;
  readonly labels: Uint8Array;
}

/** Ends a run and frees all it kept. A run that is not there is no error. */
export interface TrainStopRequest {
  readonly job: "trainStop";
  readonly run: string;
}

export interface TrainStopResult {
  readonly job: "trainStop";
  readonly run: string;
}

/** Asks the network as it stands. */
export interface PredictRequest {
  readonly job: "predict";
  readonly run: string;
  /** `[count, …inputShape]` */
  readonly images: Tensor;
}

export interface PredictResult extends TrainProgress {
  readonly job: "predict";
  /** `[count, classes]` */
  readonly probabilities: Tensor;
}

export interface TrainingResults {
  readonly trainStart: TrainStartResult;
  readonly trainStep: TrainStepResult;
  readonly trainState: TrainStateResult;
  readonly trainRewind: TrainRewindResult;
  readonly trainPreview: TrainPreviewResult;
  readonly trainReading: TrainReadingResult;
  readonly trainPictures: TrainPicturesResult;
  readonly trainStop: TrainStopResult;
  readonly predict: PredictResult;
}

export type TrainingRequest =
  | TrainStartRequest
  | TrainStepRequest
  | TrainStateRequest
  | TrainRewindRequest
  | TrainPreviewRequest
  | TrainReadingRequest
  | TrainPicturesRequest
  | TrainStopRequest
  | PredictRequest;

export type TrainingResult = TrainingResults[keyof TrainingResults];
