/** The engine's public face: the one part of compute that runs on the page. */
import { openClient } from "./engine/compute-client";
import type { Compute, ComputeOptions } from "./types";
import { spawnWorker } from "./worker/spawn-worker";
import { threadLink } from "./worker/thread-link";
import { workerLink } from "./worker/worker-link";

/**
 * Starts an engine and waits until it can serve: in a worker, in the page's own thread where no
 * worker can serve, and in Node in the caller's thread on the cpu tier. The caller disposes it.
 *
 * Every `run` settles: with a result, or with a typed error at most 6 s after its device was lost,
 * hung or died. A lost device is made again and what was under way is done afresh, so that a caller
 * rarely hears of it.
 *
 * @throws {UnsupportedOpError} `tier` was asked for and cannot be had here.
 */
export function createCompute(options: ComputeOptions = {}): Promise<Compute> {
  const places = {
    worker: typeof Worker === "function" ? workerLink(() => spawnWorker()) : null,
    thread: threadLink(),
    probeHere: async () => (await import("./device/probe")).probeWebgl(),
  };
  return openClient(places, options);
}
