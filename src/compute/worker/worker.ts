import { deviceSource } from "../device/source";
import { createEngine } from "../engine/engine";
import { FAULTY, type FromEngine, type ToEngine } from "./protocol";

/** The part of a worker's global scope that the DOM library does not declare. */
interface WorkerScope {
  readonly name: string;
  postMessage(message: FromEngine, transfer: Transferable[]): void;
  close(): void;
}

const scope = globalThis as unknown as WorkerScope;

// A worker that is broken must not pretend to live: closed, its lock goes and the page hears.
globalThis.addEventListener("unhandledrejection", () => scope.close());
globalThis.addEventListener("error", () => scope.close());

const faults = scope.name === FAULTY ? (await import("./faults")).watchFaults(globalThis) : null;

const engine = createEngine(deviceSource(), (message, transfer = []) =>
  scope.postMessage(message, [...transfer]),
);

globalThis.addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  if (data.kind === "fault") faults?.apply(data.fault);
  else engine.receive(data);
});

scope.postMessage({ kind: "hello", lock: await holdLock() }, []);

/** Takes a Web Lock that lasts as long as this worker; null where there are none. */
async function holdLock(): Promise<string | null> {
  if (!navigator.locks) return null;
  const name = `receptive-engine-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  return new Promise((resolve) => {
    const forever = () => {
      resolve(name);
      return new Promise<void>(() => {});
    };
    navigator.locks.request(name, forever).catch(() => resolve(null));
  });
}
