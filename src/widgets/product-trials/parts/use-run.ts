import { useCallback, useEffect, useRef } from "react";
import { BATCH, joined, runKey, trialRequest, trialsOf, type Trials } from "../trials";
import type { TrialsProps } from "./trials-props";

/** Makes all trials of a state, some at a time; each part is shown as it comes. */
export function useRun(props: Pick<TrialsProps, "state" | "engine" | "session" | "setSession">) {
  const { state, engine, session, setSession } = props;
  const running = useRef<AbortController | null>(null);
  const key = runKey(state);

  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
    if (!session) running.current?.abort();
  }, [session]);

  const stop = useCallback(() => {
    running.current?.abort();
    if (latest.current?.running) setSession({ ...latest.current, running: false });
  }, [setSession]);
  // Another experiment, or the figure's end, ends the run.
  useEffect(() => stop, [stop, key, state.trials]);

  async function run() {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const { signal } = own;
    let done: Trials = { means: new Float64Array(), squares: new Float64Array() };
    let milliseconds = 0;
    setSession({ ...done, key, running: true, failure: null, timed: null });
    try {
      const compute = await engine.compute();
      for (let from = 0; from < state.trials && !signal.aborted; from += BATCH) {
        const result = await compute.run(trialRequest(state, from), { signal });
        if (signal.aborted) return;
        done = joined(done, trialsOf(result, state.width));
        milliseconds += result.milliseconds;
        const { tier, epoch } = result;
        setSession({
          ...done,
          key,
          running: from + BATCH < state.trials,
          failure: null,
          timed: { milliseconds, tier, epoch },
        });
      }
    } catch (error) {
      if (signal.aborted) return;
      const failure = error instanceof Error ? error.message : String(error);
      setSession({ ...done, key, running: false, failure, timed: null });
    }
  }

  return { run, stop };
}
