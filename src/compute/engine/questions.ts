import type { Request, Result, Timed } from "../types";
import type { FromEngine } from "../worker/protocol";
import { packRequest } from "../worker/request-tensors";
import { closePictures } from "../worker/result-buffers";
import { createTensorIds, type TensorIds } from "../worker/tensor-ids";
import { unpackError } from "../worker/wire-error";
import type { Connection } from "./connection";
import { SILENCE_LIMIT, STARTED_LIMIT } from "./limits";
import { within } from "./within";

/** Tensors of fewer bytes travel inside their request to a worker. */
const INLINE_BYTES = 16_384;

/** What became of one run at one engine. */
export type Reply =
  | { readonly kind: "done"; readonly result: Result & Timed }
  | { readonly kind: "failed"; readonly error: Error }
  /** The engine died; it never began, so must be dead; it began but does not answer. */
  | { readonly kind: "gone" | "deaf" | "silent" };

interface Open {
  readonly settle: (reply: Reply) => void;
  started: boolean;
  /** Starts the time for an answer anew. */
  again: () => void;
  readonly onPart: (part: Result) => void;
}

/** The runs that one page has put to its engine and not heard of yet. */
export interface Questions {
  /** Puts a request; when `wanted` settles before the reply, the engine is told to stop. */
  ask(
    connection: Connection,
    request: Request,
    wanted: Promise<unknown>,
    /** Hears what the work has come to so far. */
    onPart?: (part: Result) => void,
  ): Promise<Reply>;
  hear(message: FromEngine): void;
  /** Settles everything with `gone`. */
  lose(): void;
  /** The tensors that this engine has been sent. */
  tensorsOf(connection: Connection): TensorIds;
}

export function createQuestions(): Questions {
  const open = new Map<number, Open>();
  const tensors = new WeakMap<Connection, TensorIds>();
  let nextId = 1;

  function tensorsOf(connection: Connection): TensorIds {
    const known = tensors.get(connection);
    if (known) return known;
    const { post, worker } = connection.link;
    const ids = createTensorIds(
      worker ? INLINE_BYTES : Infinity,
      (id, tensor) => post({ kind: "tensor", id, tensor }),
      (id) => post({ kind: "drop", id }),
    );
    tensors.set(connection, ids);
    return ids;
  }

  async function ask(
    connection: Connection,
    request: Request,
    wanted: Promise<unknown>,
    onPart: (part: Result) => void = () => {},
  ): Promise<Reply> {
    const id = nextId++;
    const ids = tensorsOf(connection);
    const wire = packRequest(request, (tensor) => {
      const ref = ids.idOf(tensor);
      return ref === null ? tensor : { ref };
    });
    const reply = new Promise<Reply>((settle) =>
      open.set(id, { settle, started: false, again: () => {}, onPart }),
    );
    connection.link.post({ kind: "run", id, request: wire });
    ids.trim();
    const canHang = connection.status?.tier.startsWith("webgl");
    const listening = connection.link.watched ? null : within(reply, STARTED_LIMIT);
    void listening?.then(() => {
      const question = open.get(id);
      if (question && !question.started) question.settle({ kind: "deaf" });
    });
    const drop = () => {
      if (open.has(id)) connection.link.post({ kind: "cancel", id });
    };
    wanted.then(drop, drop);
    const outcome = await within(reply, canHang ? SILENCE_LIMIT : Infinity, (again) => {
      const question = open.get(id);
      if (question) question.again = again;
    });
    open.delete(id);
    return outcome.kind === "value" ? outcome.value : { kind: "silent" };
  }

  function hear(message: FromEngine): void {
    const question = "id" in message ? open.get(message.id) : undefined;
    if (message.kind === "started" && question) question.started = true;
    if (message.kind === "working") {
      question?.again();
      if (message.part) question?.onPart(message.part);
    }
    if (message.kind === "failed")
      question?.settle({ kind: "failed", error: unpackError(message.error) });
    if (message.kind !== "done") return;
    const { result, milliseconds, tier, epoch } = message;
    if (question)
      question.settle({ kind: "done", result: { ...result, milliseconds, tier, epoch } });
    else closePictures(result);
  }

  return {
    ask,
    hear,
    lose() {
      for (const { settle } of open.values()) settle({ kind: "gone" });
    },
    tensorsOf,
  };
}
