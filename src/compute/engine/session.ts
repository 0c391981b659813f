import type { WebglProbe } from "../device/probe";
import { DeviceLostError } from "../errors";
import type { ComputeStatus, Tier } from "../types";
import type { Connect } from "../worker/link";
import type { FromEngine } from "../worker/protocol";
import { unpackError } from "../worker/wire-error";
import { Connection, type ConnectionEvents, type Opening } from "./connection";
import { createRebuilds } from "./rebuilds";
import { pause } from "./within";

/** Waits before a worker that died is started again, in milliseconds. */
const RESPAWN_WAITS = [0, 250, 500, 1_000, 1_000];

/** Where engines may live. */
export interface Places {
  /** Null where there are no workers. */
  readonly worker: Connect | null;
  readonly thread: Connect;
  /** Tries WebGL in the page's own thread. */
  readonly probeHere: () => Promise<WebglProbe>;
}

export interface SessionEvents {
  answered(message: FromEngine): void;
  changed(status: ComputeStatus): void;
  /** The engine died with everything it was asked. */
  died(): void;
}

/** Keeps an engine within reach: in a worker, else in the page's thread; another when one dies. */
export class Session {
  readonly #respawns = createRebuilds(RESPAWN_WAITS, 0);
  readonly #listener: ConnectionEvents;
  #wanted: Tier | "auto" = "auto";
  #current: Connection | null = null;
  #coming: Promise<Connection> = new Promise(() => {});
  #status: ComputeStatus | null = null;
  #diedAt = 0;
  #failed = false;
  #disposed = false;

  constructor(
    private readonly places: Places,
    private readonly events: SessionEvents,
  ) {
    this.#listener = {
      changed: (connection) => {
        if (connection === this.#current) this.#show(connection);
      },
      answered: (connection, message) => {
        if (connection === this.#current) events.answered(message);
      },
      died: (connection) => {
        if (connection === this.#current) this.#lose();
      },
    };
  }

  /** The engine in reach; null while there is none. */
  get current(): Connection | null {
    return this.#current;
  }

  /** The engine in reach, or the next one; tries anew when the last attempt to have one failed. */
  reach(): Promise<Connection> {
    if (this.#failed) this.#come(this.#establish(this.#wanted));
    return this.#coming;
  }

  /** When the last engine died, on the clock of `performance.now`. */
  get diedAt(): number {
    return this.#diedAt;
  }

  /** Null until the first engine has opened. */
  get status(): ComputeStatus | null {
    return this.#status;
  }

  /**
   * Starts the first engine.
   * @throws {UnsupportedOpError} the tier that was asked for cannot be had.
   */
  async start(tier: Tier | "auto"): Promise<void> {
    this.#wanted = tier;
    this.#come(this.#establish(tier));
    await this.#coming;
  }

  /**
   * Asks for another tier.
   * @throws {UnsupportedOpError} it cannot be had; the old one goes on.
   */
  async switch(tier: Tier | "auto"): Promise<void> {
    const connection = await this.reach();
    const opening = await connection.ask({ kind: "switch", tier });
    if (!opening) {
      this.kill(connection);
      throw new DeviceLostError("the engine stopped while the tier was changed");
    }
    const better = await this.#betterHere(connection, tier, opening);
    if (!better && opening.kind === "refused") throw unpackError(opening.error);
    this.#wanted = tier;
    if (better) {
      this.#adopt(better);
      this.#come(Promise.resolve(better));
    }
  }

  /** Gives an engine that does not answer up for dead. */
  kill(connection: Connection): void {
    if (connection !== this.#current) return;
    connection.link.close();
    this.#lose();
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    const connection = this.#current;
    this.#current = null;
    const memory = (await connection?.dispose()) ?? { tensors: 0, bytes: 0 };
    if (this.#status) this.#set({ ...this.#status, memory, state: "disposed" });
  }

  #come(coming: Promise<Connection>): void {
    this.#failed = false;
    this.#coming = coming;
    coming.catch(() => (this.#failed = true));
  }

  async #establish(
    tier: Tier | "auto",
    { worker, thread }: Pick<Places, "worker" | "thread"> = this.places,
  ): Promise<Connection> {
    const inWorker = worker && (await this.#inWorker(worker, tier));
    const connection = inWorker || usable(await this.#open(thread, tier));
    if (this.#disposed) connection.link.close();
    else this.#adopt(connection);
    return connection;
  }

  /** An engine in a worker; null when there is none or the page's own thread serves better. */
  async #inWorker(connect: Connect, tier: Tier | "auto"): Promise<Connection | null> {
    const opened = await this.#open(connect, tier).catch(() => null);
    if (!opened?.opening) {
      opened?.connection.link.close();
      return null;
    }
    const better = await this.#betterHere(opened.connection, tier, opened.opening);
    return better ?? usable(opened);
  }

  async #open(connect: Connect, tier: Tier | "auto"): Promise<Opened> {
    const connection = await Connection.open(connect, this.#listener);
    const before = this.#status;
    const opening = await connection.ask({
      kind: "open",
      tier,
      epoch: before?.epoch ?? 0,
      ...(before && tier === "auto" ? { verdict: before.tier } : {}),
    });
    return { connection, opening };
  }

  /** Some browsers give WebGL to the page's thread only. */
  async #betterHere(
    { link }: Connection,
    tier: Tier | "auto",
    { webgl }: Opening,
  ): Promise<Connection | null> {
    const wantsWebgl = tier === "auto" || tier.startsWith("webgl");
    if (!link.worker || !wantsWebgl || !(webgl === "absent" || webgl === "failed")) return null;
    const probe = await this.places.probeHere();
    if (!probe.usable || (tier === "auto" && probe.kind === "software")) return null;
    const { connection, opening } = await this.#open(this.places.thread, tier);
    if (opening?.kind === "opened" && connection.status?.tier.startsWith("webgl")) {
      link.close();
      return connection;
    }
    connection.link.close();
    return null;
  }

  #adopt(connection: Connection): void {
    this.#current = connection;
    this.#show(connection);
    if (connection.dead) this.#lose();
  }

  #lose(): void {
    this.#current = null;
    this.#diedAt = performance.now();
    if (this.#status)
      this.#set({ ...this.#status, state: "recovering", epoch: this.#status.epoch + 1 });
    this.#come(this.#again());
    this.events.died();
  }

  /** A worker that has died too often is not tried again: the page's own thread takes over. */
  async #again(): Promise<Connection> {
    const wait = this.#respawns.next(performance.now());
    await pause(wait ?? 0);
    const places = { ...this.places, ...(wait === null ? { worker: null } : {}) };
    return this.#establish(this.#wanted, places).catch((error: unknown) => {
      if (this.#wanted === "auto") throw error;
      return this.#establish("auto", places);
    });
  }

  #show({ status, link }: Connection): void {
    if (status) this.#set({ ...status, worker: link.worker });
  }

  #set(status: ComputeStatus): void {
    this.#status = status;
    this.events.changed(status);
  }
}

interface Opened {
  readonly connection: Connection;
  readonly opening: Opening | null;
}

function usable({ connection, opening }: Opened): Connection {
  if (opening?.kind === "opened") return connection;
  connection.link.close();
  throw opening ? unpackError(opening.error) : new DeviceLostError("the engine does not start");
}
