import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { Compute, ComputeOptions, Conv2dRequest } from "../types";
import { threadLink } from "../worker/thread-link";
import { openClient } from "./compute-client";
import type { FakeSource } from "./fake-devices";
import type { Places } from "./session";

const open: Compute[] = [];

/** Gives every test of a file a clock that only `settle` moves. */
export function useFakeClock(): void {
  // Loading a module takes real time, which the fake clock does not know of.
  beforeAll(() => import("./engine"));
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    for (const compute of open.splice(0)) void compute.dispose();
    await settle(5_000);
    vi.useRealTimers();
  });
}

function placesFor(source: FakeSource): Places {
  return {
    worker: null,
    thread: threadLink(source),
    probeHere: async () => source.webgl,
  };
}

/** A client over fake devices, opened within `patience` ms; ends with the test. */
export async function start(
  source: FakeSource,
  options?: ComputeOptions,
  patience = 1_000,
): Promise<Compute> {
  const opening = openClient(placesFor(source), options);
  opening.catch(() => {});
  await settle(patience);
  const compute = await opening;
  open.push(compute);
  return compute;
}

/** Lets the clock run, in steps, so that promises and timers take turns. */
export async function settle(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

/** More than plain loops stand in for. */
export function heavy(value: number): Conv2dRequest {
  const plane = (side: number) => ({
    shape: [1, side, side, 1],
    data: new Float32Array(side * side).fill(value),
  });
  const kernel = { ...plane(21), shape: [21, 21, 1, 1] };
  return { job: "conv2d", input: plane(512), weights: kernel };
}

/** How a promise ends, and when, on the fake clock. */
export function watch<T>(promise: Promise<T>) {
  const since = performance.now();
  const watched: { value?: T; error?: unknown; after?: number } = {};
  promise.then(
    (value) => Object.assign(watched, { value, after: performance.now() - since }),
    (error: unknown) => Object.assign(watched, { error, after: performance.now() - since }),
  );
  return watched;
}

/** First number of an answer, once there is one. */
export const numberIn = (watched: { value?: { output: { data: Float32Array } } }) =>
  watched.value?.output.data[0];
