import { conv2dBackward } from "../../../core/conv/conv2d-backward";
import type { WebglContext } from "../../device/webgl/context";
import { simdConv2dBackward } from "../../ops/conv2d-backward/simd";
import { webglConv2dBackward } from "../../ops/conv2d-backward/webgl";
import type { Jobs } from "../job";

type Job = Jobs["conv2dBackward"];

/** By core's own loops. */
export const backwardByLoops: Job = async (request) => ({
  job: "conv2dBackward",
  ...conv2dBackward(request),
  madeBy: "plain",
});

/** By SIMD code of our own; what that cannot do, by core's loops. */
export const backwardBySimd: Job = async (request, geometry, breathe) => {
  const gradients = await simdConv2dBackward(request, geometry);
  return gradients
    ? { job: "conv2dBackward", ...gradients, madeBy: "simd" }
    : backwardByLoops(request, geometry, breathe);
};

/** On the graphics processor. */
export function backwardOnWebgl(context: WebglContext): Job {
  return async (request, geometry, breathe) => ({
    job: "conv2dBackward",
    ...(await webglConv2dBackward(context, request, geometry, breathe)),
    madeBy: "webgl",
  });
}
