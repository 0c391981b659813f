import { digit, digitSide } from "../../../core/digits/digit";
import { shape, shapeNames, shapeSide } from "../../../core/digits/shapes";
import { uniformAt } from "../../../core/random/philox";
import type { TrainData } from "../../training";
import type { Breathe } from "../job";

/** Labelled pictures in memory. */
export interface DataSet {
  readonly count: number;
  /** One picture after another. */
  readonly images: Float32Array;
  readonly labels: Uint8Array;
}

/** What a data set says of itself before it is drawn. */
export interface DataShape {
  readonly count: number;
  readonly imageShape: readonly number[];
  /** Classes that labels are drawn from; for tensors one more than the largest label. */
  readonly classes: number;
}

const noiseStream = 0x1abe1;

export function dataShape(data: TrainData): DataShape {
  switch (data.kind) {
    case "digits":
      return { count: data.count, imageShape: [digitSide, digitSide, 1], classes: 10 };
    case "shapes":
      return {
        count: data.count,
        imageShape: [shapeSide, shapeSide, 1],
        classes: shapeNames.length,
      };
    case "tensors": {
      const { shape: sizes } = data.images;
      const classes = data.labels.reduce((most, label) => Math.max(most, label + 1), 0);
      return { count: sizes[0] ?? 0, imageShape: sizes.slice(1), classes };
    }
  }
}

/** Draws a set, or takes the one that was brought; breathes now and then. */
export async function loadData(data: TrainData, breathe: Breathe): Promise<DataSet> {
  const { count, imageShape, classes } = dataShape(data);
  const { labelNoise = 0, seed = 0 } = data;
  if (data.kind === "tensors") {
    const labels = data.labels.slice();
    for (let at = 0; at < count; at++) disturb(labels, at, classes, labelNoise, seed);
    return { count, images: data.images.data.slice(), labels };
  }
  const size = imageShape.reduce((product, side) => product * side, 1);
  const images = new Float32Array(count * size);
  const labels = new Uint8Array(count);
  let last = performance.now();
  for (let at = 0; at < count; at++) {
    const { image, label } =
      data.kind === "digits" ? digit(seed, at, data.options) : shape(seed, at);
    images.set(image.data, at * size);
    labels[at] = label;
    disturb(labels, at, classes, labelNoise, seed);
    if (performance.now() - last < 12) continue;
    await breathe();
    last = performance.now();
  }
  return { count, images, labels };
}

/** Draws another label at random, with the probability `noise`. */
function disturb(
  labels: Uint8Array,
  at: number,
  classes: number,
  noise: number,
  seed: number,
): void {
  if (noise === 0) return;
  const place = { seed, stream: noiseStream, step: at };
  if (uniformAt({ ...place, index: 0 }) < noise)
    labels[at] = Math.floor(uniformAt({ ...place, index: 1 }) * classes);
}
