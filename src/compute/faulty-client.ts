/** The client with a test port into its worker; for tests and the fault pages, never for readers. */
import { openClient } from "./engine/compute-client";
import type { Compute, ComputeOptions } from "./types";
import type { Fault } from "./worker/faults";
import type { Link } from "./worker/link";
import { spawnWorker } from "./worker/spawn-worker";
import { threadLink } from "./worker/thread-link";
import { workerLink } from "./worker/worker-link";

export interface FaultyCompute extends Compute {
  /** Breaks the engine that serves now; nothing happens to one in the page's own thread. */
  inject(fault: Fault): void;
}

/** As `createCompute`; `births` are faults that every new worker starts with. */
export async function createFaultyCompute(
  options: ComputeOptions = {},
  births: readonly Fault[] = [],
): Promise<FaultyCompute> {
  const start = workerLink(() => spawnWorker(true));
  let serving: Link | null = null;
  const compute = await openClient(
    {
      worker: async (listener) => {
        serving = await start(listener);
        for (const fault of births) serving.post({ kind: "fault", fault });
        return serving;
      },
      thread: threadLink(),
      probeHere: async () => (await import("./device/probe")).probeWebgl(),
    },
    options,
  );
  return { ...compute, inject: (fault) => serving?.post({ kind: "fault", fault }) };
}
