import type { Tensor } from "../../core/tensor";

/** A picture `[height, width, 1 or 3]` of values in [0, 1], ready for a canvas. */
export function toPixels({ shape, data }: Tensor): ImageData {
  const [height, width, channels] = [shape[0]!, shape[1]!, shape[2] ?? 1];
  const image = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels;
    image.data[4 * pixel] = Math.round(data[at]! * 255);
    image.data[4 * pixel + 1] = Math.round(data[channels > 1 ? at + 1 : at]! * 255);
    image.data[4 * pixel + 2] = Math.round(data[channels > 2 ? at + 2 : at]! * 255);
    image.data[4 * pixel + 3] = 255;
  }
  return image;
}
