import type { Compute, ComputeOptions, ComputeStatus, Tier } from "../compute/types";

/** Where widgets get their engine from; one for a page. */
export interface EngineSource {
  /** The engine, made on the first call. Rejects when it cannot be loaded; the next call tries again. */
  compute(): Promise<Compute>;
  /** How it stands; `null` before it is made. The same object until something changes. */
  status(): ComputeStatus | null;
  /**
   * Has everything computed on another tier from now on, `"auto"` for the one that serves this
   * machine best. Rejects when it cannot be had; the tier is then as before.
   */
  switchTier(tier: Tier | "auto"): Promise<void>;
  /** Which tier the reader has asked for. */
  asked(): Tier | "auto";
  /** Calls `listener` after each change of the status; the answer unsubscribes. */
  subscribe(listener: () => void): () => void;
}

type Connect = (options: ComputeOptions) => Promise<Compute>;

const connectClient: Connect = async (options) => {
  const { createCompute } = await import("../compute/client");
  return createCompute(options);
};

export interface EngineSourceOptions extends Pick<ComputeOptions, "tier"> {
  /** Told what the reader has asked for, to be remembered; a remembered tier that fails is auto. */
  readonly onAsked?: (tier: Tier | "auto") => void;
  /** Makes the engine; default: the client, whose bytes are fetched then. */
  readonly connect?: Connect;
}

/** An engine that is loaded when the first widget asks for it. It lives as long as the page. */
export function createEngineSource(options: EngineSourceOptions = {}): EngineSource {
  const { connect = connectClient, onAsked } = options;
  let asked: Tier | "auto" = options.tier ?? "auto";
  const listeners = new Set<() => void>();
  let engine: Promise<Compute> | null = null;
  let status: ComputeStatus | null = null;

  function onStatus(next: ComputeStatus) {
    status = next;
    for (const listener of listeners) listener();
  }

  function ask(tier: Tier | "auto") {
    asked = tier;
    onAsked?.(tier);
    for (const listener of listeners) listener();
  }

  async function open(): Promise<Compute> {
    if (asked === "auto") return connect({ onStatus });
    try {
      return await connect({ tier: asked, onStatus });
    } catch (error) {
      if (!onAsked) throw error;
      ask("auto");
      return connect({ onStatus });
    }
  }

  async function start(): Promise<Compute> {
    try {
      const compute = await open();
      if (!status) onStatus(compute.status());
      return compute;
    } catch (error) {
      engine = null;
      throw error;
    }
  }

  return {
    compute: () => (engine ??= start()),
    status: () => status,
    asked: () => asked,
    async switchTier(tier) {
      await (await (engine ??= start())).switchTier(tier);
      ask(tier);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** For pages being built: widgets are rendered, nothing is computed. */
export function idleEngine(): EngineSource {
  return {
    compute: () => new Promise(() => {}),
    status: () => null,
    asked: () => "auto",
    switchTier: () => new Promise(() => {}),
    subscribe: () => () => {},
  };
}
