import type { Multiplier } from "../../ops/chain/multiplier";
import { plainMultiplier } from "../../ops/chain/plain-multiplier";
import { simdMultiplier } from "../../ops/chain/simd-multiplier";
import type { Meter } from "../../ops/statistics/meter";
import { plainMeter } from "../../ops/statistics/plain-meter";
import { simdMeter } from "../../ops/statistics/simd-meter";

/** What a chain on the processor works with. */
export interface Tools {
  readonly multiplier: Multiplier;
  readonly meter: Meter;
}

/** SIMD code of our own, plain loops where there is none. */
export async function openTools(): Promise<Tools> {
  try {
    const [multiplier, meter] = await Promise.all([simdMultiplier(), simdMeter()]);
    return { multiplier, meter };
  } catch {
    return plainTools();
  }
}

export function plainTools(): Tools {
  return { multiplier: plainMultiplier(), meter: plainMeter() };
}
