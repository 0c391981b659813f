import type { DeviceMemory } from "../device/device";
import type { Connect, Link } from "../worker/link";
import type { EngineStatus, FromEngine, ToEngine } from "../worker/protocol";
import { within } from "./within";

/** Longest wait for the first device of an engine, in milliseconds; drivers compile slowly. */
const OPEN_LIMIT = 20_000;
/** Longest wait for an engine to tidy up, in milliseconds. */
const DISPOSE_LIMIT = 2_000;

export type Opening = Extract<FromEngine, { kind: "opened" | "refused" }>;

export interface ConnectionEvents {
  /** A new status is in `connection.status`. */
  changed(connection: Connection): void;
  /** An answer to a run. */
  answered(connection: Connection, message: FromEngine): void;
  died(connection: Connection): void;
}

/** One engine in reach, from its start to its end. */
export class Connection {
  status: EngineStatus | null = null;
  dead = false;
  #link: Link | null = null;
  #heard: ((opening: Opening | null) => void) | null = null;
  #ended: ((memory: DeviceMemory) => void) | null = null;

  private constructor(private readonly events: ConnectionEvents) {}

  /** Starts an engine; rejects when it cannot be reached. */
  static async open(connect: Connect, events: ConnectionEvents): Promise<Connection> {
    const connection = new Connection(events);
    connection.#link = await connect({
      message: (message) => connection.#hear(message),
      died: () => {
        connection.dead = true;
        connection.#heard?.(null);
        events.died(connection);
      },
    });
    return connection;
  }

  get link(): Link {
    return this.#link!;
  }

  /** Asks for a device; null when the engine dies or does not answer in time. */
  async ask(message: Extract<ToEngine, { kind: "open" | "switch" }>): Promise<Opening | null> {
    const answer = new Promise<Opening | null>((resolve) => (this.#heard = resolve));
    this.link.post(message);
    const outcome = await within(answer, OPEN_LIMIT);
    this.#heard = null;
    return outcome.kind === "value" ? outcome.value : null;
  }

  /** Ends the engine; the answer is what it still kept then, null when it does not say. */
  async dispose(): Promise<DeviceMemory | null> {
    const ended = new Promise<DeviceMemory>((resolve) => (this.#ended = resolve));
    this.link.post({ kind: "dispose" });
    const outcome = await within(ended, DISPOSE_LIMIT);
    this.link.close();
    return outcome.kind === "value" ? outcome.value : null;
  }

  #hear(message: FromEngine): void {
    switch (message.kind) {
      case "status":
        this.status = message.status;
        return this.events.changed(this);
      case "opened":
      case "refused":
        return this.#heard?.(message);
      case "disposed":
        return this.#ended?.(message.memory);
      default:
        this.events.answered(this, message);
    }
  }
}
