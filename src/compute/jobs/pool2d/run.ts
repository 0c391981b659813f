import { averagePool } from "../../../core/pool/average-pool";
import { maxPool } from "../../../core/pool/max-pool";
import type { WebglContext } from "../../device/webgl/context";
import { poolPlane, readPlanes, uploadPlane, type WebglPlane } from "../../ops/plane/webgl";
import type { Jobs } from "../job";

/** By core's own loops. */
export const poolOnProcessor: Jobs["pool2d"] = async (request) => ({
  job: "pool2d",
  output:
    request.kind === "max"
      ? maxPool(request.input, request).output
      : averagePool(request.input, request),
});

/** Planes that are on the device at a time. */
const TOGETHER = 64;

/** Plane by plane on the graphics processor. */
export function poolOnWebgl(context: WebglContext): Jobs["pool2d"] {
  return async ({ input, kind, countPadding = true }, geometry, breathe) => {
    const { batch, channels, rows, columns } = geometry;
    const shape = [batch, rows.outSize, columns.outSize, channels];
    const cells = rows.outSize * columns.outSize;
    const into = new Float32Array(batch * channels * cells);
    for (let first = 0; first < batch * channels; first += TOGETHER) {
      const count = Math.min(TOGETHER, batch * channels - first);
      const live: WebglPlane[] = [];
      try {
        const pooled = Array.from({ length: count }, (_, index) => {
          const plane = planeOf(input.data, geometry, first + index);
          const from = uploadPlane(context, plane, rows.inSize, columns.inSize);
          live.push(from);
          const to = poolPlane(context, from, { geometry, largest: kind === "max", countPadding });
          live.push(to);
          return to;
        });
        await readPlanes(context, pooled, (index) => {
          const [image, channel] = placeOf(first + index, channels);
          return { into, first: image * cells * channels + channel, step: channels };
        });
      } finally {
        for (const { texture } of live) texture.release();
      }
      await breathe();
    }
    return { job: "pool2d", output: { shape, data: into } };
  };
}

const placeOf = (plane: number, channels: number): readonly [number, number] => [
  Math.floor(plane / channels),
  plane % channels,
];

function planeOf(
  data: Float32Array,
  { channels, rows, columns }: Parameters<Jobs["pool2d"]>[1],
  plane: number,
): Float32Array {
  const [image, channel] = placeOf(plane, channels);
  const cells = rows.inSize * columns.inSize;
  const out = new Float32Array(cells);
  let from = image * cells * channels + channel;
  for (let at = 0; at < cells; at++, from += channels) out[at] = data[from]!;
  return out;
}
