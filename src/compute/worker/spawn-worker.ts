import { FAULTY } from "./protocol";

/** A worker with an engine in it; a faulty one obeys `fault` messages. */
export function spawnWorker(faulty = false): Worker {
  const name = faulty ? FAULTY : "engine";
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
}
