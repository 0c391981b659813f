import type { Result } from "../types";

/** What may move with a result instead of being copied: whole buffers and bitmaps. */
export function transferablesOf(result: Result): readonly Transferable[] {
  if (result.job === "conv2d")
    return [result.output, result.partials].flatMap((tensor) =>
      tensor ? wholeBuffer(tensor.data) : [],
    );
  // All maps lie in one buffer.
  if (result.job === "convStack") return [result.maps[0]!.data.buffer as ArrayBuffer];
  if (result.job !== "render") return [];
  return Object.values(result.pictures).flatMap(({ bitmap, pixels }) => [
    ...(bitmap ? [bitmap] : []),
    ...(pixels ? wholeBuffer(pixels) : []),
  ]);
}

/** Frees the pictures of a result that nobody will receive. */
export function closePictures(result: Result): void {
  if (result.job === "render")
    for (const { bitmap } of Object.values(result.pictures)) bitmap?.close();
}

function wholeBuffer(view: Float32Array | Uint8ClampedArray): readonly Transferable[] {
  const { buffer } = view;
  return buffer instanceof ArrayBuffer && buffer.byteLength === view.byteLength ? [buffer] : [];
}
