import { digit } from "../../core/digits/digit";
import { shape } from "../../core/digits/shapes";
import type { LabelledSet } from "../../core/idx/digit-set";
import type { Tensor } from "../../core/tensor";
import { sourceOf, validationOf } from "./plan";
import { SAMPLES } from "./schema";
import type { DigitTrainerState } from "./state";

export interface Sample {
  /** `[height, width, 1]` */
  readonly image: Tensor;
  /** Its class: the place in the list of classes, and the name. */
  readonly place: number;
  readonly label: string;
}

/** The first pictures of the validation set: the network never trains on them. */
export function createSamples(): (
  state: DigitTrainerState,
  own: LabelledSet | undefined,
) => readonly Sample[] {
  let last: { readonly key: unknown; readonly samples: readonly Sample[] } | null = null;
  return (state, own) => {
    const key = state.data === "own" ? (own ?? "digits") : state.data;
    if (last?.key !== key) last = { key, samples: samplesOf(state, own) };
    return last.samples;
  };
}

function samplesOf(state: DigitTrainerState, own: LabelledSet | undefined): readonly Sample[] {
  const { inputShape, classes } = sourceOf(state, own);
  const named = (place: number) => ({ place, label: classes[place]! });
  const data = validationOf(state, own, SAMPLES);
  const places = Array.from({ length: SAMPLES }, (_, at) => at);
  if (data.kind === "tensors") {
    const size = data.images.data.length / data.labels.length;
    return places.slice(0, data.labels.length).map((at) => ({
      image: {
        shape: inputShape,
        data: data.images.data.slice(at * size, (at + 1) * size),
      },
      ...named(data.labels[at]!),
    }));
  }
  return places.map((at) => {
    const { image, label } = data.kind === "digits" ? digit(data.seed, at) : shape(data.seed, at);
    return { image: { shape: inputShape, data: image.data }, ...named(label) };
  });
}
