import type { TrainPicturesRequest, TrainPicturesResult } from "../../training";
import type { Breathe } from "../job";
import { dataShape, loadData } from "./data";

/** A set as a run is given it, in 256 shades; labels drawn by dice are among them. */
export async function drawnSet(
  { job, data }: TrainPicturesRequest,
  breathe: Breathe,
): Promise<TrainPicturesResult> {
  const { count, images, labels } = await loadData(data, breathe);
  const [height = 1, width = 1] = dataShape(data).imageShape;
  const pictures = new Uint8Array(images.length);
  for (let at = 0; at < images.length; at++) pictures[at] = Math.round(images[at]! * 255);
  return { job, shape: [count, height, width], pictures, labels };
}
