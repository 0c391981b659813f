/** Pixels ready to be shown; what the engine's rendered picture looks like from here. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Drawn, never closed or consumed: whoever holds the result closes it. */
  readonly bitmap?: ImageBitmap;
  /** Row-major RGBA. */
  readonly pixels?: Uint8ClampedArray;
}

/**
 * Puts a picture on a canvas of the picture's own size, without reading anything back.
 * False when there is nothing left to draw: no pixels, or a bitmap closed in the meantime.
 */
export function drawPicture(canvas: HTMLCanvasElement, picture: Picture): boolean {
  const { width, height, bitmap, pixels } = picture;
  if (bitmap ? bitmap.width === 0 : !pixels) return false;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // Pixels stay on this side: a graphics process in between makes the page wait for every picture.
  const context = canvas.getContext("2d", { willReadFrequently: !bitmap });
  if (!context) return false;
  if (bitmap) {
    context.clearRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
  } else if (pixels) {
    context.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  }
  return true;
}
