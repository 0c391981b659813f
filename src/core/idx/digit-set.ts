import type { Tensor } from "../tensor";
import { IdxError } from "./idx";
import type { IdxFile } from "./idx";

/** Labelled pictures, as read from a pair of IDX files. */
export interface LabelledSet {
  /** `[count, height, width, 1]`, 0 to 1. */
  readonly images: Tensor;
  /** `[count]`, each 0 to 9. */
  readonly labels: Uint8Array;
}

/**
 * Pictures and their labels put together.
 *
 * @throws IdxError when the files are exchanged, do not belong together, or a label is above 9
 */
export function labelledSet(pictures: IdxFile, labels: IdxFile): LabelledSet {
  if (pictures.shape.length !== 3) {
    throw new IdxError("magic", "The file of pictures must begin with 2051: count, rows, columns.");
  }
  if (labels.shape.length !== 1) {
    throw new IdxError("magic", "The file of labels must begin with 2049: a count.");
  }
  const [count, height, width] = pictures.shape as [number, number, number];
  if (count !== labels.shape[0]) {
    throw new IdxError("count", `There are ${count} pictures but ${labels.shape[0]} labels.`);
  }
  const wrong = labels.data.findIndex((label) => label > 9);
  if (wrong >= 0) {
    throw new IdxError(
      "label",
      `Label ${wrong} is ${labels.data[wrong]}; labels are digits, 0 to 9.`,
    );
  }
  const data = Float32Array.from(pictures.data, (value) => value / 255);
  return { images: { shape: [count, height, width, 1], data }, labels: labels.data };
}
