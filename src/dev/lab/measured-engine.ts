import type { Compute, Timed } from "../../compute/types";
import type { EngineSource } from "../../widget-kit/engine-source";

/** What one figure has cost so far. */
export interface Cost {
  readonly runs: number;
  /** Of the last run, in the engine, without queueing. */
  readonly last: Timed | null;
}

/** An engine source that tells what passes through it; the engine itself is shared. */
export function measuredEngine(source: EngineSource, onCost: (cost: Cost) => void): EngineSource {
  let runs = 0;
  const measured = (compute: Compute): Compute => ({
    ...compute,
    async run(request, options) {
      const result = await compute.run(request, options);
      onCost({ runs: ++runs, last: result });
      return result;
    },
  });
  let engine: Promise<Compute> | undefined;
  return {
    ...source,
    compute: () => (engine ??= source.compute().then(measured)),
  };
}
