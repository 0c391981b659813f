import type { ConvGeometry } from "../../core/conv/geometry";
import type { Conv2dRequest, Conv2dResult, Conv2dSpec, Tensor } from "../types";

/** What a tier brings to the job. */
export interface Conv2dOp {
  /** `[batch, outHeight, outWidth, outChannels]`, bias and activation included. */
  output(spec: Conv2dSpec, geometry: ConvGeometry): Promise<Tensor>;
  /** `[batch, outHeight, outWidth, inChannels / groups]` of one output channel. */
  partials(spec: Conv2dSpec, geometry: ConvGeometry, outChannel: number): Promise<Tensor>;
}

/** Feature maps as numbers, and the partial maps of one output channel when asked for. */
export async function runConv2d(
  op: Conv2dOp,
  request: Conv2dRequest,
  geometry: ConvGeometry,
): Promise<Conv2dResult> {
  const output = await op.output(request, geometry);
  if (request.partialsOf === undefined) return { job: "conv2d", output };
  return {
    job: "conv2d",
    output,
    partials: await op.partials(request, geometry, request.partialsOf),
  };
}
