import type { ConeLoops } from "./cone-loops";
import { plainConeLoops } from "./plain-cone-loops";
import { simdConeLoops } from "./simd-cone-loops";

/** SIMD code of our own, core's loops where there is none. */
export async function openConeLoops(channels: number): Promise<ConeLoops> {
  return simdConeLoops(channels).catch(plainConeLoops);
}
