import type { Tensor } from "../../core/tensor";

/** A square canvas that pictures are drawn on to get at their numbers. */
export interface PixelReader {
  /**
   * Draws the largest centred square of a picture over white and reads it.
   * @returns `[side, side, 3]`, sRGB values in [0, 1]
   *
   * Browsers that guard against fingerprinting change the pixels a page reads: Brave by ±1 in
   * places, Firefox with `resistFingerprinting` all of them. `guarded` tells.
   */
  read(source: CanvasImageSource, width: number, height: number): Tensor;
  /** Whether the browser gives back other pixels than were drawn. */
  guarded(): boolean;
}

export function createPixelReader(side: number): PixelReader {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;

  return {
    read(source, width, height) {
      const length = Math.min(width, height);
      const [x, y] = [(width - length) / 2, (height - length) / 2];
      context.fillStyle = "#fff";
      context.fillRect(0, 0, side, side);
      // Enlarged by whole pixels where they are to be seen as such, smoothly elsewhere.
      context.imageSmoothingEnabled = length > 64;
      context.imageSmoothingQuality = "high";
      context.drawImage(source, x, y, length, length, 0, 0, side, side);
      return toTensor(context.getImageData(0, 0, side, side).data, side);
    },
    guarded() {
      for (let i = 0; i < 16; i++) {
        context.fillStyle = `rgb(${i * 16} ${255 - i * 15} ${(i * 53) % 256})`;
        context.fillRect(i, 0, 1, 1);
      }
      const { data } = context.getImageData(0, 0, 16, 1);
      return Array.from({ length: 16 }, (_, i) => i).some(
        (i) =>
          data[4 * i] !== i * 16 ||
          data[4 * i + 1] !== 255 - i * 15 ||
          data[4 * i + 2] !== (i * 53) % 256,
      );
    },
  };
}

function toTensor(rgba: Uint8ClampedArray, side: number): Tensor {
  const data = new Float32Array(side * side * 3);
  for (let from = 0, to = 0; to < data.length; from += 4) {
    data[to++] = rgba[from]! / 255;
    data[to++] = rgba[from + 1]! / 255;
    data[to++] = rgba[from + 2]! / 255;
  }
  return { shape: [side, side, 3], data };
}
