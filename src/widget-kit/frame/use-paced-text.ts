import { useEffect, useMemo, useState } from "react";
import { createPace } from "../pace";

/** Milliseconds between two announcements, so that a dragged slider does not flood the ear. */
const INTERVAL = 2000;
/** A short wait, so that a burst of changes is one announcement. */
const DELAY = 200;

/**
 * A text that follows `text` while it is `settled`, at most once every two seconds; the last one
 * always arrives. Until it is settled again, the one before stays.
 */
export function usePacedText(text: string, settled: boolean): string {
  const [shown, setShown] = useState(text);
  const pace = useMemo(() => createPace(setShown, { delay: DELAY, interval: INTERVAL }), []);
  useEffect(() => {
    if (settled) pace.call(text);
    else pace.cancel();
  }, [pace, text, settled]);
  useEffect(() => pace.cancel, [pace]);
  return shown;
}
