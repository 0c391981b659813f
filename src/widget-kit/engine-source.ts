import type { Compute, ComputeOptions, ComputeStatus } from "../compute/types";

/** Where widgets get their engine from; one for a page. */
export interface EngineSource {
  /** The engine, made on the first call. Rejects when it cannot be loaded; the next call tries again. */
  compute(): Promise<Compute>;
  /** How it stands; `null` before it is made. The same object until something changes. */
  status(): ComputeStatus | null;
  /** Calls `listener` after each change of the status; the answer unsubscribes. */
  subscribe(listener: () => void): () => void;
}

type Connect = (options: ComputeOptions) => Promise<Compute>;

const connectClient: Connect = async (options) => {
  const { createCompute } = await import("../compute/client");
  return createCompute(options);
};

export interface EngineSourceOptions extends Pick<ComputeOptions, "tier"> {
  /** Makes the engine; default: the client, whose bytes are fetched then. */
  readonly connect?: Connect;
}

/** An engine that is loaded when the first widget asks for it. It lives as long as the page. */
export function createEngineSource(options: EngineSourceOptions = {}): EngineSource {
  const { connect = connectClient, ...asked } = options;
  const listeners = new Set<() => void>();
  let engine: Promise<Compute> | null = null;
  let status: ComputeStatus | null = null;

  function onStatus(next: ComputeStatus) {
    status = next;
    for (const listener of listeners) listener();
  }

  async function start(): Promise<Compute> {
    try {
      const compute = await connect({ ...asked, onStatus });
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
    subscribe: () => () => {},
  };
}
