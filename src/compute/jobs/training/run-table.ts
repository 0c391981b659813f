import { RequestError, UnknownRunError } from "../../errors";
import type { Rest } from "../../ops/train/net";
import type { DataSet } from "./data";
import type { Run } from "./run";

/** An engine's training runs by name. */
export interface RunTable {
  /** @throws {UnknownRunError} a run that was stopped, or was another engine's. */
  of(id: string): Run;
  add(run: Run): void;
  remove(id: string): void;
  clear(): void;
  /** A set that some run has drawn already, by what it was asked for as. */
  drawn(source: string): DataSet | undefined;
  memory(): { readonly tensors: number; readonly bytes: number };
}

export function createRunTable(): RunTable {
  const runs = new Map<string, Run>();
  return {
    of(id) {
      const run = runs.get(id);
      if (!run) throw new UnknownRunError(`there is no training run "${id}"`);
      return run;
    },
    add: (run) => void runs.set(run.parts.id, run),
    remove: (id) => void runs.delete(id),
    clear: () => runs.clear(),
    drawn(source) {
      for (const { parts } of runs.values()) {
        const set = parts.sources.get(source);
        if (set) return set;
      }
      return undefined;
    },
    memory() {
      const sets = new Set<DataSet>();
      let tensors = 0;
      let bytes = 0;
      for (const run of runs.values()) {
        for (const set of [run.parts.data, ...Object.values(run.parts.validation)]) sets.add(set);
        tensors += run.parts.net.learned.length;
        bytes += run.bytes;
      }
      for (const { images, labels } of sets) bytes += images.byteLength + labels.byteLength;
      return { tensors: tensors + sets.size, bytes };
    },
  };
}

/** Goes back to a step, or stays; a step that is still to come is no place to go to. */
export async function goTo(run: Run, step: number, rest: Rest): Promise<void> {
  if (step === run.step) return;
  requireReached(run, step);
  await run.rewind(step, rest);
}

/** @throws {RequestError} a step before the run's first or after its last. */
export function requireReached(run: Run, step: number): void {
  const first = run.parts.checkpoints.before(-1).step;
  if (step < first || step > run.step)
    throw new RequestError(
      `this run has steps ${first} to ${run.step}; it cannot go to step ${step}`,
    );
}

/** Two engines never give the same name, so a run of a dead one is never mistaken for another. */
export function newRunId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((word) => word.toString(36)).join("-");
}
