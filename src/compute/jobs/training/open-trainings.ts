import { openPlainLoops, type OpenLoops } from "../../ops/train/open-loops";
import { openSimdLoops } from "../../ops/train/simd-loops";
import type { Tier } from "../../types";

export { createTrainings } from "./trainings";

/**
 * The loops of a tier: plain ones on `cpu`, SIMD on any other, where there is WebAssembly SIMD. Not
 * measured: what a link shows must not hang on how busy a machine was.
 */
export function loopsOf(tier: Tier): OpenLoops {
  return (network, capacity, insisted = tier === "cpu" ? "plain" : "simd") =>
    insisted === "plain"
      ? openPlainLoops(network, capacity)
      : openSimdLoops(network, capacity).catch((error: unknown) => {
          if (error instanceof WebAssembly.CompileError) return openPlainLoops(network, capacity);
          throw error;
        });
}
