import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Schema } from "../schema/schema";
import { createFrameQueue } from "./frame-queue";
import { readHash, writeHash } from "./link/hash";
import { createLinkWriter, type LinkWriter } from "./link/link-writer";
import type { ViewProps } from "./define-widget";

export interface WidgetStateOptions<S extends object> {
  readonly id: string;
  readonly schema: Schema<S>;
  /** The author's; legal. */
  readonly initial: S;
  readonly pinned: ReadonlySet<keyof S>;
}

export interface WidgetState<S extends object> {
  readonly state: S;
  /** What in the link was not taken as written; empty once the reader has changed something. */
  readonly notes: readonly string[];
  /** Whether the reader has changed the state since the page was opened. */
  readonly touched: boolean;
  /** Whether the state is the author's. */
  readonly pristine: boolean;
  readonly set: ViewProps<S, never, never>["set"];
  readonly reset: () => void;
  /** This page's address with this state, and no other widget's. */
  readonly link: () => string;
}

interface Held<S> {
  readonly state: S;
  readonly notes: readonly string[];
  readonly touched: boolean;
}

type Change<S extends object> = Parameters<WidgetState<S>["set"]>[0];

/**
 * A widget's state, kept in the page's hash under the widget's id. The first render shows the
 * author's state, as the served page does; the link's state follows in an effect. Pasted links and
 * the back button are followed too; an ordinary `#heading` leaves the state alone.
 *
 * However often `set` is called, the figure is drawn at most once a frame. No change is lost: each
 * is made to the legal state that the one before it left.
 */
export function useWidgetState<S extends object>(options: WidgetStateOptions<S>): WidgetState<S> {
  const { id, schema, initial, pinned } = options;
  const [held, setHeld] = useState<Held<S>>({ state: initial, notes: [], touched: false });
  const writer = useRef<LinkWriter | null>(null);
  const { state } = held;

  const queue = useMemo(() => {
    const step = (before: Held<S>, change: Change<S>): Held<S> => {
      const wanted = typeof change === "function" ? change(before.state) : change;
      const next = legal({ ...before.state, ...wanted }, schema, initial, pinned);
      return isSame(next, before.state, schema)
        ? before
        : { state: next, notes: [], touched: true };
    };
    return createFrameQueue<Change<S>>((changes, inFrame) => {
      const apply = () => setHeld((before) => changes.reduce(step, before));
      // In this frame, not after it: controls show until then what the reader did.
      if (inFrame) flushSync(apply);
      else apply();
    });
  }, [schema, initial, pinned]);

  useEffect(() => {
    function follow() {
      queue.cancel();
      writer.current?.cancel();
      const { widgets } = readHash(location.hash);
      const text = widgets.get(id);
      if (text !== undefined) setHeld(readLink(text, schema, initial, pinned));
      else if (widgets.size > 0) setHeld({ state: initial, notes: [], touched: false });
    }
    follow();
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      queue.cancel();
    };
  }, [id, schema, initial, pinned, queue]);

  useEffect(() => {
    const own = createLinkWriter(id, window);
    function leave() {
      queue.flush();
      own.flush();
    }
    writer.current = own;
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      own.flush();
      writer.current = null;
    };
  }, [id, queue]);

  useEffect(() => {
    if (held.touched) writer.current?.write(() => textOf(held.state, schema, initial));
  }, [held, schema, initial]);

  const reset = useCallback(() => {
    queue.cancel();
    setHeld({ state: initial, notes: [], touched: true });
  }, [initial, queue]);
  const link = useCallback(
    () => location.origin + location.pathname + writeHash("", id, schema.serialize(state, initial)),
    [id, schema, state, initial],
  );
  const pristine = useMemo(() => isSame(state, initial, schema), [state, initial, schema]);
  return { ...held, pristine, set: queue.add, reset, link };
}

function readLink<S extends object>(
  text: string,
  schema: Schema<S>,
  initial: S,
  pinned: ReadonlySet<keyof S>,
): Held<S> {
  const { state, notes } = schema.parse(text, initial);
  const next = legal(state, schema, initial, pinned);
  const held = [...pinned].filter((name) => !schema.fields[name].equals(state[name], next[name]));
  const kept = held.map(
    (name) => `This figure holds “${String(name)}” still; the link cannot change it.`,
  );
  return { state: next, notes: [...notes, ...kept], touched: false };
}

/** The nearest legal state that keeps what the author pinned. */
function legal<S extends object>(
  state: S,
  schema: Schema<S>,
  initial: S,
  pinned: ReadonlySet<keyof S>,
): S {
  const repair = schema.repair ?? ((other: S) => other);
  const next = { ...state };
  for (const name of pinned) next[name] = initial[name];
  const repaired = repair(next);
  const kept = [...pinned].every((name) =>
    schema.fields[name].equals(repaired[name], initial[name]),
  );
  return kept ? repaired : initial;
}

function isSame<S extends object>(a: S, b: S, schema: Schema<S>): boolean {
  return (Object.keys(schema.fields) as (keyof S)[]).every(
    (name) => Object.is(a[name], b[name]) || schema.fields[name].equals(a[name], b[name]),
  );
}

/** The text for the link; `null` for the author's own state. */
function textOf<S extends object>(state: S, schema: Schema<S>, initial: S): string | null {
  return isSame(state, initial, schema) ? null : schema.serialize(state, initial);
}
