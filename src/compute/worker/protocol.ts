/**
 * What the page and the engine say to each other. One engine serves one page; messages of a
 * direction arrive in the order they were sent.
 */
import type { DeviceMemory } from "../device/device";
import type { Result, Tensor, Tier } from "../types";
import type { Fault } from "./faults";
import type { WireRequest } from "./request-tensors";
import type { WireError } from "./wire-error";

/** What an engine found out about WebGL where it lives. */
export type WebglVerdict =
  /** A graphics processor, trusted without measuring. */
  | "hardware"
  /** Drawn by the main processor, or by something that hides its name: measured. */
  | "software"
  /** No usable context. */
  | "absent"
  /** A context whose numbers cannot be trusted or never arrive. */
  | "failed"
  /** Another tier was asked for. */
  | "untried";

/** `ComputeStatus` as the engine knows it; whether it lives in a worker is the page's knowledge. */
export interface EngineStatus {
  readonly tier: Tier;
  readonly renderer: string;
  readonly precision: "float32" | "float16";
  readonly memory: DeviceMemory;
  readonly epoch: number;
  readonly state: "ready" | "recovering";
  readonly notice?: string;
}

export type ToEngine =
  /** First message. `verdict` is the tier an earlier engine of this page chose by measuring. */
  | {
      readonly kind: "open";
      readonly tier: Tier | "auto";
      readonly epoch: number;
      readonly verdict?: Tier;
    }
  | { readonly kind: "tensor"; readonly id: number; readonly tensor: Tensor }
  | { readonly kind: "drop"; readonly id: number }
  | { readonly kind: "hold"; readonly id: number; readonly epoch: number }
  | { readonly kind: "release"; readonly id: number; readonly epoch: number }
  | { readonly kind: "run"; readonly id: number; readonly request: WireRequest }
  /** Nobody waits for the answer of a `run` any more; long work stops. */
  | { readonly kind: "cancel"; readonly id: number }
  | { readonly kind: "switch"; readonly tier: Tier | "auto" }
  | { readonly kind: "dispose" }
  /** Obeyed only by an engine made with `faults: true`. */
  | { readonly kind: "fault"; readonly fault: Fault };

export type FromEngine =
  /** A worker lives; it holds the Web Lock of that name until it dies (null: no locks here). */
  | { readonly kind: "hello"; readonly lock: string | null }
  | { readonly kind: "status"; readonly status: EngineStatus }
  /** Answers `open` and `switch`, after a status. */
  | { readonly kind: "opened"; readonly webgl: WebglVerdict }
  | { readonly kind: "refused"; readonly error: WireError; readonly webgl: WebglVerdict }
  /** A `run` has been heard; for pages without locks, a sign of life. */
  | { readonly kind: "started"; readonly id: number }
  /** A `run` goes on and has let messages in. */
  | { readonly kind: "working"; readonly id: number; readonly part?: Result }
  | {
      readonly kind: "done";
      readonly id: number;
      readonly result: Result;
      readonly milliseconds: number;
      readonly tier: Tier;
      readonly epoch: number;
    }
  | { readonly kind: "failed"; readonly id: number; readonly error: WireError }
  /** Last message, with what was left on the device. */
  | { readonly kind: "disposed"; readonly memory: DeviceMemory };

/** Name of a worker that obeys `fault` messages. */
export const FAULTY = "faulty";

/** How either side speaks. */
export type Post<M> = (message: M, transfer?: readonly Transferable[]) => void;
