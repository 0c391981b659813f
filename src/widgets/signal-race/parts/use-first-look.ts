import { useEffect, useMemo, useRef } from "react";
import { firstLook } from "../request";
import { schema } from "../schema";
import type { RaceProps } from "./race-props";

type Props = Pick<RaceProps, "id" | "state" | "computed" | "engine" | "session" | "setSession">;

/** Asks for a few seeds first, so that a curve is there at once; the whole answer replaces it. */
export function useFirstLook({ id, state, computed, engine, session, setSession }: Props): void {
  const key = schema.serialize({ ...state, layer: 0 });
  const request = useMemo(() => firstLook(schema.parse(key).state), [key]);
  // The page came with a first frame of this one.
  const served = useRef(key);
  const waiting = computed.status === "pending";

  // An effect of the view runs before its host's: this question is asked before the whole one.
  useEffect(() => {
    if (!request || key === served.current) return;
    served.current = "";
    const own = new AbortController();
    const { signal } = own;
    async function look(asked: NonNullable<typeof request>) {
      const compute = await engine.compute();
      const result = await compute.run(asked, { signal, lane: `${id} first`, priority: 2 });
      const { milliseconds, tier, epoch } = result;
      if (!signal.aborted) setSession({ result, timed: { milliseconds, tier, epoch } });
    }
    // What fails here fails for the whole question, too, which says so.
    look(request).catch(() => {});
    return () => own.abort();
  }, [request, key, engine, id, setSession]);

  useEffect(() => {
    if (session && !waiting) setSession(null);
  }, [session, waiting, setSession]);
}
