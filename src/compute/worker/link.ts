import type { FromEngine, Post, ToEngine } from "./protocol";

/** A way to speak to one living engine. */
export interface Link {
  /** True when the engine lives in a worker. */
  readonly worker: boolean;
  /** True when its death is noticed; otherwise silence must be taken for it. */
  readonly watched: boolean;
  readonly post: Post<ToEngine>;
  /** Ends the engine at once; its death is not reported. */
  close(): void;
}

/** What a page hears from its engine. */
export interface Listener {
  message(message: FromEngine): void;
  /** The engine is gone, unasked. Told once. */
  died(): void;
}

/** Starts an engine; rejects when it cannot be had. */
export type Connect = (listener: Listener) => Promise<Link>;
