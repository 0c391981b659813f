import type { Request, Result, Timed } from "../../compute/types";
import type { Computed } from "../define-widget";
import type { EngineSource } from "../engine-source";
import { closeBitmaps } from "./bitmaps";
import { sameRequest } from "./same-request";

export type Answer = Result & Timed;

/** One widget's conversation with the engine: the newest question, and the last good answer. */
export interface Computation {
  /** Asks, unless the same has been asked or answered already; `null` asks for nothing. */
  ask(request: Request | null, priority: number): void;
  /** Asks the last question again, after a failure. */
  retry(): void;
  /** How it stands; the same object until something changes. */
  current(): Computed<Answer>;
  subscribe(listener: () => void): () => void;
  /** Everything on screen is drawn from `result`: answers replaced by it are closed. */
  shown(result: Answer | null): void;
  /** Asks nothing more, and closes every answer it still holds. */
  dispose(): void;
}

interface Question {
  readonly request: Request;
  readonly priority: number;
  readonly abort: AbortController;
}

const idle: Computed<Answer> = { status: "idle", result: null };

/**
 * Newest wins: an answer to anything but the newest question is closed unseen. The last good
 * answer stays until a newer one is on screen; each answer's bitmaps are closed exactly once.
 * @param lane the widget's id; its questions replace each other in the engine too
 */
export function createComputation(engine: EngineSource, lane: string): Computation {
  const listeners = new Set<() => void>();
  const replaced = new Set<Answer>();
  let computed = idle;
  let asked: Question | null = null;
  let answered: { readonly request: Request; readonly answer: Answer } | null = null;
  let disposed = false;

  function change(next: Computed<Answer>) {
    computed = next;
    for (const listener of listeners) listener();
  }

  function drop() {
    asked?.abort.abort();
    asked = null;
  }

  async function put(question: Question) {
    const { request, priority, abort } = question;
    asked = question;
    change({ status: "pending", result: answered?.answer ?? null });
    try {
      const compute = await engine.compute();
      if (asked !== question) return;
      const answer: Answer = await compute.run(request, { lane, priority, signal: abort.signal });
      if (asked === question) take(request, answer);
      else closeBitmaps(answer);
    } catch (error) {
      if (asked !== question) return;
      const failure = error instanceof Error ? error : new Error(String(error));
      change({ status: "failed", result: answered?.answer ?? null, error: failure });
    }
  }

  function take(request: Request, answer: Answer) {
    if (answered) replaced.add(answered.answer);
    answered = { request, answer };
    change({ status: "ready", result: answer, milliseconds: answer.milliseconds });
  }

  return {
    ask(request, priority) {
      if (disposed) return;
      if (!request) {
        drop();
        if (computed.status === "pending" || computed.status === "failed") settle();
        return;
      }
      if (asked && sameRequest(asked.request, request)) return;
      drop();
      if (answered && sameRequest(answered.request, request)) {
        asked = { request, priority, abort: new AbortController() };
        settle();
      } else void put({ request, priority, abort: new AbortController() });
    },
    retry() {
      if (disposed || !asked || computed.status !== "failed") return;
      void put({ ...asked, abort: new AbortController() });
    },
    current: () => computed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown(result) {
      for (const answer of replaced) {
        if (answer === result) continue;
        replaced.delete(answer);
        closeBitmaps(answer);
      }
    },
    dispose() {
      disposed = true;
      drop();
      for (const answer of replaced) closeBitmaps(answer);
      replaced.clear();
      if (answered) closeBitmaps(answered.answer);
      answered = null;
      computed = idle;
    },
  };

  /** Back to the last good answer, without asking. */
  function settle() {
    const answer = answered?.answer;
    change(answer ? { status: "ready", result: answer, milliseconds: answer.milliseconds } : idle);
  }
}
