import type { DeviceLostError } from "../errors";
import type { Breathe } from "../jobs/job";
import type { PlanOf } from "../jobs/plan";
import type { DeviceRequest, ResultOf, Tensor, Tier } from "../types";

/** What an engine keeps at one moment, device copies of held inputs included. */
export interface DeviceMemory {
  readonly tensors: number;
  readonly bytes: number;
}

/** One tier at work, in whatever thread it was made. Made by `create…Device`; disposed by its maker. */
export interface Device {
  readonly tier: Tier;
  /** What the driver calls itself; "" off the GPU. */
  readonly renderer: string;
  readonly precision: "float32" | "float16";
  /**
   * Does a request that `checkRequest` has passed, with the plan it answered. One at a time. Work of
   * more than a moment calls `breathe`.
   *
   * @throws {DeviceLostError} the device died, or did not answer a read within 5 s.
   */
  run<R extends DeviceRequest>(
    request: R,
    plan: PlanOf<R>,
    breathe?: Breathe,
  ): Promise<ResultOf<R>>;
  /** Settles once, when the device has died; never on a tier that cannot die. */
  readonly lost: Promise<DeviceLostError>;
  memory(): DeviceMemory;
  /** Keeps the device copy of a tensor, recognised by identity, until `release`. */
  hold(tensor: Tensor): void;
  /** Undoes one `hold`; the copy goes when nobody holds it any more. */
  release(tensor: Tensor): void;
  /** Frees everything; later calls of `run` reject. */
  dispose(): void;
}
