import { colorize } from "../../../core/color/colorize";
import { relu } from "../../../core/conv/conv2d";
import type { RenderedPicture } from "../../types";
import { channelPlane } from "./channels";
import type { Painting, Subject } from "./painting";

/**
 * Paints on the processor: a bitmap where the platform has them, plain pixels elsewhere.
 * The receiver closes the bitmaps.
 */
export async function paintPixels(
  paintings: readonly Painting<Float32Array>[],
): Promise<readonly RenderedPicture[]> {
  return Promise.all(paintings.map(paintOne));
}

async function paintOne({
  subject,
  scale,
  width,
  height,
}: Painting<Float32Array>): Promise<RenderedPicture> {
  const planes = planesOf(subject, scale.kind === "angle");
  const { pixels, range, limit } = colorize(planes, width, height, scale);
  if (typeof createImageBitmap === "undefined") return { width, height, pixels, range, limit };
  const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
  return { width, height, bitmap, range, limit };
}

function planesOf(subject: Subject<Float32Array>, direction: boolean): Float32Array[] {
  switch (subject.of) {
    case "channels":
      return subject.channels.map((channel) => channelPlane(subject.input, channel));
    case "map": {
      const { map, bias, rectify } = subject;
      if (bias === 0 && !rectify) return [map];
      return [map.map((value) => (rectify ? relu(value + bias) : value + bias))];
    }
    case "arrows": {
      const { x, y, biasX, biasY } = subject;
      const [gx, gy] = [x.map((value) => value + biasX), y.map((value) => value + biasY)];
      return direction ? [gx, gy] : [gx.map((value, at) => Math.hypot(value, gy[at]!))];
    }
  }
}
