import type { Jobs } from "../job";

/** The search of a tier, over its own convolution; the code comes when it is first asked for. */
export function lateDetection(convolve: Jobs["conv2d"]): Jobs["detection"] {
  return async (request, _, breathe) =>
    (await import("./run")).runDetection(convolve, request, breathe);
}
