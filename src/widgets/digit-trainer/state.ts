import type { Block } from "./blocks";
import type { Stroke } from "./strokes";

export type DataChoice = "digits" | "shapes" | "own";
export type OptimizerChoice = "sgd" | "momentum" | "nesterov" | "adam" | "adamW" | "rmsprop";
export type InitChoice = "he" | "xavier" | "framework" | "zeros" | "constant" | "tiny" | "unit";
export type Look = "curves" | "kernels" | "maps" | "mistakes" | "batch" | "draw";
/** What is drawn of a kernel. */
export type KernelShow = "weights" | "first" | "gradient" | "update";

/** What the second chart shows. */
export type Curve = "accuracy" | "gradients" | "updates" | "dead";
/** A set that mistakes are counted in. */
export type Judged = "validation" | "reserved" | "own" | "train";

/** Everything that a link of the trainer carries; the run itself is made again from it. */
export interface DigitTrainerState {
  readonly data: DataChoice;
  /** Pictures trained on. */
  readonly examples: number;
  /** Share of labels drawn by dice, 0 to 1. */
  readonly noise: number;
  /** How much the generated handwriting varies: 0 none, 1 as people do. */
  readonly variety: number;
  /** Whether examples are shifted, turned and stretched anew each time they are trained on. */
  readonly moved: boolean;
  /** Convolution blocks, one to four. */
  readonly blocks: readonly Block[];
  readonly activation: "relu" | "tanh" | "gelu" | "identity";
  /** Units of a dense layer before the last one; 0 for none. */
  readonly hidden: number;
  readonly head: "flatten" | "average";
  /** Batch normalisation after each convolution. */
  readonly norm: boolean;
  readonly init: InitChoice;
  readonly seed: number;
  readonly batch: number;
  readonly optimizer: OptimizerChoice;
  readonly rate: number;
  readonly momentum: number;
  readonly decay: number;
  readonly schedule: "constant" | "cosine";
  /** Epochs that one press of Run goes on for. */
  readonly epochs: number;
  readonly look: Look;
  readonly curve: Curve;
  readonly judged: Judged;
  /** Which of the sample pictures is looked at, from 0. */
  readonly sample: number;
  /** Which convolution is looked at, from 0. */
  readonly conv: number;
  readonly show: KernelShow;
  /** What the reader has drawn. */
  readonly strokes: readonly Stroke[];
  /** Whether the drawing is cropped, fitted and centred before it is read. */
  readonly prepare: boolean;
}
