import type { DeviceSource } from "../device/choose";
import type { Connect } from "./link";
import { createTurns } from "./turns";

/**
 * Puts the engine into the caller's own thread: the page's where a worker cannot serve, and Node's.
 * Messages take a turn of the event loop each and are not copied.
 */
export function threadLink(source?: DeviceSource): Connect {
  return async (listener) => {
    const { createEngine } = await import("../engine/engine");
    const devices = source ?? (await import("../device/source")).deviceSource();
    const turn = createTurns();
    let open = true;
    const engine = createEngine(devices, (message) =>
      turn(() => {
        if (open) listener.message(message);
      }),
    );
    return {
      worker: false,
      watched: true,
      post: (message) =>
        turn(() => {
          if (open) engine.receive(message);
        }),
      close() {
        turn(() => {
          engine.receive({ kind: "dispose" });
          open = false;
        });
      },
    };
  };
}
