import type { FromEngine } from "./protocol";
import type { Connect, Link } from "./link";

/** Longest wait for the first word of a worker, its script's way over the network included. */
const HELLO_LIMIT = 10_000;

/**
 * Puts the engine into a worker. The page learns of a death within milliseconds by waiting for the
 * lock that the worker holds, since `close`, `terminate` and a crash fire no event. `spawn` throws,
 * or its worker fires `error`, where workers or the script are blocked.
 */
export function workerLink(spawn: () => Worker): Connect {
  return (listener) =>
    new Promise((resolve, reject) => {
      const worker = spawn();
      const waiting = new AbortController();
      let link: Link | null = null;

      const end = () => {
        clearTimeout(timer);
        waiting.abort();
        worker.terminate();
      };
      const fail = (reason: string) => {
        if (waiting.signal.aborted) return;
        end();
        if (link) listener.died();
        else reject(new Error(reason));
      };
      const timer = setTimeout(() => fail("the worker does not answer"), HELLO_LIMIT);

      worker.addEventListener("error", (event) => {
        event.preventDefault();
        fail("the worker failed");
      });
      worker.addEventListener("messageerror", () => fail("a message could not be read"));
      worker.addEventListener("message", ({ data }: MessageEvent<FromEngine>) => {
        if (waiting.signal.aborted) return;
        if (data.kind !== "hello") return listener.message(data);
        clearTimeout(timer);
        watchLock(data.lock, waiting.signal, () => fail("the worker is gone"));
        link = {
          worker: true,
          watched: data.lock !== null,
          post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
          close: end,
        };
        resolve(link);
      });
    });
}

function watchLock(name: string | null, signal: AbortSignal, gone: () => void): void {
  if (name !== null) navigator.locks.request(name, { signal }, gone).catch(() => {});
}
