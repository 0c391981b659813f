import type { DeviceSource } from "./choose";
import { deviceMakers } from "./makers";
import { probeWebgl } from "./probe";

/** What devices there are in the thread that asks. */
export function deviceSource(): DeviceSource {
  const plain = typeof OffscreenCanvas !== "function" && typeof document !== "object";
  return { makers: deviceMakers, probe: probeWebgl, plain };
}
