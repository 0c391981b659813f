import { rangeOf, type PlaneRange } from "../../../core/color/scale";
import type { Tensor } from "../../types";

/** One channel of an input's first batch entry, row by row. */
export function channelPlane({ shape, data }: Tensor, channel: number): Float32Array {
  const [, height = 1, width = 1, channels = 1] = shape;
  const plane = new Float32Array(height * width);
  for (let at = 0; at < plane.length; at++) plane[at] = data[at * channels + channel]!;
  return plane;
}

/** The range of one channel of an input's first batch entry. */
export function channelRange(input: Tensor, channel: number): PlaneRange {
  return rangeOf(channelPlane(input, channel));
}
