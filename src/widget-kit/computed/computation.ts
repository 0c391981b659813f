import type { Request, Result, Timed } from "../../compute/types";
import type { Computed } from "../define-widget";
import type { EngineSource } from "../engine-source";
import { closeBitmaps } from "./bitmaps";
import { sameRequest } from "./same-request";

export type Answer = Result & Timed;

/** One widget's conversation with the engine: the newest question, and the last good answer. */
export interface Computation {
  /**
   * Asks, unless the same has been asked or answered already by the engine's present device;
   * `null` asks for nothing.
   */
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
  readonly order: number;
  /** The engine's epoch when it was put, then when it was answered: pictures die with their device. */
  epoch: number;
  /** Aborted when its answer is not wanted any more, however it comes out. */
  readonly abort: AbortController;
}

const idle: Computed<Answer> = { status: "idle", result: null };

/**
 * Newest wins, but what the engine had begun before is shown when it comes, so that a dragged
 * slider moves the picture all along. The last good answer stays until a newer one is on screen;
 * each answer's bitmaps are closed exactly once.
 * @param lane the widget's id; its questions replace each other in the engine too
 * @param impatient a newer question calls off one that the engine has begun
 */
export function createComputation(
  engine: EngineSource,
  lane: string,
  impatient = false,
): Computation {
  const listeners = new Set<() => void>();
  const replaced = new Set<Answer>();
  let abort = new AbortController();
  let order = 0;
  let computed = idle;
  let newest: Question | null = null;
  let answered: { readonly question: Question; readonly answer: Answer } | null = null;
  let disposed = false;

  const epoch = () => engine.status()?.epoch ?? 0;

  /** Whether the device that a settled question was put to is gone, and another serves. */
  function isOutdated(question: Question) {
    const settled = computed.status === "ready" || computed.status === "failed";
    return settled && engine.status()?.state === "ready" && question.epoch !== epoch();
  }

  function change(next: Computed<Answer>) {
    computed = next;
    for (const listener of listeners) listener();
  }

  /** Wants no answer to anything asked so far. */
  function drop() {
    abort.abort();
    abort = new AbortController();
    newest = null;
  }

  /** Back to the last good answer, without asking. */
  function settle() {
    const answer = answered?.answer;
    change(answer ? { status: "ready", result: answer, milliseconds: answer.milliseconds } : idle);
  }

  async function put(request: Request, priority: number) {
    const question: Question = { request, priority, order: ++order, epoch: epoch(), abort };
    newest = question;
    change({ status: "pending", result: answered?.answer ?? null });
    const { signal } = question.abort;
    try {
      const compute = await engine.compute();
      // Replaced while the engine was being loaded: it need not hear of this one.
      if (signal.aborted || question !== newest) return;
      const answer: Answer = await compute.run(request, {
        lane,
        priority,
        signal,
        // Of a long question that is still the newest; the last answer stays at hand.
        onPart(part) {
          if (question === newest && !signal.aborted) change({ status: "pending", result: part });
        },
      });
      const late = signal.aborted || question.order < (answered?.question.order ?? 0);
      if (late) closeBitmaps(answer);
      else take(question, answer);
    } catch (error) {
      // Of an older question: a newer one took its place.
      if (question !== newest) return;
      const failure = error instanceof Error ? error : new Error(String(error));
      change({ status: "failed", result: answered?.answer ?? null, error: failure });
    }
  }

  function take(question: Question, answer: Answer) {
    if (answered) replaced.add(answered.answer);
    question.epoch = epoch();
    answered = { question, answer };
    if (question === newest) settle();
    else if (computed.status === "failed") change({ ...computed, result: answer });
    else change({ status: "pending", result: answer });
  }

  return {
    ask(request, priority) {
      if (disposed) return;
      if (!request) {
        drop();
        if (computed.status === "pending" || computed.status === "failed") settle();
        return;
      }
      if (newest && sameRequest(newest.request, request)) {
        if (isOutdated(newest)) void put(request, priority);
        return;
      }
      const before = answered?.question;
      if (before?.epoch === epoch() && sameRequest(before.request, request)) {
        drop();
        newest = before;
        settle();
      } else {
        if (impatient) drop();
        void put(request, priority);
      }
    },
    retry() {
      if (disposed || !newest || computed.status !== "failed") return;
      void put(newest.request, newest.priority);
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
}
