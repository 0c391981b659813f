import type { Augmentation, TrainData } from "../../compute/training";
import type { DigitOptions } from "../../core/digits/options";
import { digitDefaults } from "../../core/digits/options";
import { digitSide } from "../../core/digits/digit";
import { shapeNames, shapeSide } from "../../core/digits/shapes";
import type { LabelledSet } from "../../core/idx/digit-set";
import type { InitSpec } from "../../core/init/init";
import type { OptimizerSpec } from "../../core/optim/optimizer";
import type { TrainingPlan, TrainingSettings } from "../../widget-kit/session/training-data";
import { fitNetwork, type Fitted } from "./fit";
import type { DigitTrainerState, InitChoice } from "./state";

/** Pictures in each set that the network is judged by. */
export const JUDGED = 500;
/** Of the reader's own pictures while the run goes on; at rest all of them count. */
const OWN_JUDGED = 1000;
/** How far examples are moved at most. */
export const MOVEMENT: Augmentation = { shift: 2, turn: 10, stretch: 0.1 };
/** Seeds of the sets: none is another, and none depends on the run's. */
const SEEDS = { train: 1, validation: 2, reserved: 3 } as const;

/** Where the training data come from, with what the network must fit. */
export interface Source {
  readonly inputShape: readonly number[];
  readonly classes: readonly string[];
}

const digitNames = Array.from({ length: 10 }, (_, digit) => String(digit));

export function sourceOf(state: DigitTrainerState, own: LabelledSet | undefined): Source {
  if (state.data === "shapes")
    return { inputShape: [shapeSide, shapeSide, 1], classes: shapeNames };
  const inputShape =
    state.data === "own" && own ? own.images.shape.slice(1) : [digitSide, digitSide, 1];
  return { inputShape, classes: digitNames };
}

/** The generator's settings with every deviation made larger or smaller. */
export function writingOptions(variety: number): Partial<DigitOptions> {
  if (variety === 1) return {};
  const { jitter, rotation, shear, aspect, warp, split, taper, clippedEnds } = digitDefaults;
  return {
    jitter: jitter * variety,
    rotation: rotation * variety,
    shear: { mean: shear.mean, deviation: shear.deviation * variety },
    aspect: aspect * variety,
    warp: warp * variety,
    split: split * variety,
    taper: taper * variety,
    clippedEnds: Math.min(clippedEnds * variety, 1),
  };
}

/** The set trained on. */
export function trainDataOf(state: DigitTrainerState, own: LabelledSet | undefined): TrainData {
  const { examples: count, noise } = state;
  const labelNoise = noise > 0 ? { labelNoise: noise } : {};
  if (state.data === "own" && own)
    return {
      kind: "tensors",
      ...part(own, 0, trainedOn(own, count)),
      seed: SEEDS.train,
      ...labelNoise,
    };
  if (state.data === "shapes") return { kind: "shapes", seed: SEEDS.train, count, ...labelNoise };
  const options = writingOptions(state.variety);
  const varied = Object.keys(options).length > 0 ? { options } : {};
  return { kind: "digits", seed: SEEDS.train, count, ...varied, ...labelNoise };
}

/** Of the reader's pictures a sixth is kept for validation. */
const trainedOn = ({ labels }: LabelledSet, count: number) =>
  Math.max(Math.min(count, Math.floor((labels.length * 5) / 6)), 1);

function part({ images, labels }: LabelledSet, from: number, count: number) {
  const size = images.data.length / labels.length;
  return {
    images: {
      shape: [count, ...images.shape.slice(1)],
      data: images.data.subarray(from * size, (from + count) * size),
    },
    labels: labels.subarray(from, from + count),
  };
}

/** The set that the first frame judges by: the beginning of the validation set. */
export function validationOf(
  state: DigitTrainerState,
  own: LabelledSet | undefined,
  count = JUDGED,
): TrainData {
  if (state.data === "shapes") return { kind: "shapes", seed: SEEDS.validation, count };
  if (state.data === "own" && own) {
    const from = Math.min(Math.floor((own.labels.length * 5) / 6), own.labels.length - 1);
    return { kind: "tensors", ...part(own, from, Math.min(count, own.labels.length - from)) };
  }
  return { kind: "digits", seed: SEEDS.validation, count };
}

export const setLabels: Readonly<Record<string, string>> = {
  train: "trained on",
  validation: "new ones",
  reserved: "new writing styles",
  own: "your pictures",
};

function setsOf(state: DigitTrainerState, own: LabelledSet | undefined) {
  const sets: Record<string, TrainData> = { validation: validationOf(state, own) };
  if (state.data === "digits")
    sets["reserved"] = {
      kind: "digits",
      seed: SEEDS.reserved,
      count: JUDGED,
      options: { styles: "reserved" },
    };
  const fits = own && state.data === "digits" && own.images.shape[1] === digitSide;
  if (fits && own.images.shape[2] === digitSide) {
    sets["own"] = { kind: "tensors", ...part(own, 0, Math.min(OWN_JUDGED, own.labels.length)) };
    if (own.labels.length > OWN_JUDGED) sets["ownAll"] = { kind: "tensors", ...own };
  }
  return sets;
}

export function initOf(init: InitChoice): InitSpec {
  switch (init) {
    case "he":
      return "heNormal";
    case "xavier":
      return "glorotUniform";
    case "framework":
      return "frameworkDefault";
    case "zeros":
      return "zeros";
    case "constant":
      return { name: "constant", value: 0.1 };
    case "tiny":
      return { name: "normal", deviation: 0.01 };
    case "unit":
      return { name: "normal", deviation: 1 };
  }
}

function optimizerOf({ optimizer, rate, momentum, decay }: DigitTrainerState): OptimizerSpec {
  const common = { learningRate: rate, weightDecay: decay };
  switch (optimizer) {
    case "sgd":
      return { name: "sgd", ...common };
    case "momentum":
      return { name: "sgd", ...common, momentum };
    case "nesterov":
      return { name: "sgd", ...common, momentum, nesterov: true };
    default:
      return { name: optimizer, ...common };
  }
}

export const stepsPerEpoch = (count: number, batch: number) => Math.ceil(count / batch);

/** Pictures that are really trained on. */
export function exampleCount(state: DigitTrainerState, own: LabelledSet | undefined): number {
  return state.data === "own" && own ? trainedOn(own, state.examples) : state.examples;
}

/** Steps that one press of Run goes on for, from one multiple of them to the next. */
export function stretchOf(state: DigitTrainerState, own: LabelledSet | undefined): number {
  return state.epochs * stepsPerEpoch(exampleCount(state, own), fittedOf(state, own).batch);
}

/**
 * What holds until the run rests at `goal`. A rate that falls reaches 0 at the end of the stretch
 * that `goal` lies in, so it hangs on the step alone, however the run was cut into parts.
 */
export function settingsOf(
  state: DigitTrainerState,
  own: LabelledSet | undefined,
  goal: number,
): TrainingSettings {
  const stretch = stretchOf(state, own);
  const steps = Math.max(Math.ceil(goal / stretch), 1) * stretch;
  return {
    optimizer: optimizerOf(state),
    schedule: state.schedule === "cosine" ? { kind: "cosine", steps } : { kind: "constant" },
  };
}

/** The network of a state; the state's own after repair. */
export function fittedOf(state: DigitTrainerState, own: LabelledSet | undefined): Fitted {
  const { inputShape, classes } = sourceOf(state, own);
  return fitNetwork(state, inputShape, classes.length);
}

export function planOf(state: DigitTrainerState, own: LabelledSet | undefined): TrainingPlan {
  const { network, batch } = fittedOf(state, own);
  return {
    network,
    data: trainDataOf(state, own),
    validation: setsOf(state, own),
    init: initOf(state.init),
    seed: state.seed,
    batchSize: batch,
    ...(state.moved ? { augmentation: MOVEMENT } : {}),
  };
}

/** Plans that stay the same object for as long as nothing of them changes. */
export function createPlanner(): typeof planOf {
  let last: { readonly key: string; readonly own: unknown; readonly plan: TrainingPlan } | null =
    null;
  return (state, own) => {
    const { data, examples, noise, variety, blocks, activation, hidden, head, norm } = state;
    const { init, seed, batch, moved } = state;
    const network = [blocks, activation, hidden, head, norm, init, seed, batch];
    const key = JSON.stringify([data, examples, noise, variety, moved, network]);
    if (last?.key !== key || last.own !== own) last = { key, own, plan: planOf(state, own) };
    return last.plan;
  };
}
