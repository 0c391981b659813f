import { openPlainLoops, type OpenLoops } from "../../ops/train/open-loops";
import { openSimdLoops } from "../../ops/train/simd-loops";
import type { Tier } from "../../types";

export { createTrainings } from "./trainings";

/**
 * The loops for a tier that was asked for: plain ones for `cpu`, else SIMD where there is WebAssembly
 * SIMD, which was twice as fast where it was measured. Not measured again on the reader's machine:
 * what a link shows must not hang on how busy that was.
 */
export function loopsOf(asked: Tier | "auto"): OpenLoops {
  return (network, capacity, insisted = asked === "cpu" ? "plain" : "simd") =>
    insisted === "plain"
      ? openPlainLoops(network, capacity)
      : openSimdLoops(network, capacity).catch((error: unknown) => {
          if (error instanceof WebAssembly.CompileError) return openPlainLoops(network, capacity);
          throw error;
        });
}
