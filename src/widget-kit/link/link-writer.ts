import { createPace } from "../pace";
import { writeHash } from "./hash";

/** The part of a window that a link is written to. */
export interface LinkTarget {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "state" | "replaceState">;
}

export interface LinkWriter {
  /** Puts a widget's text, asked for then, into the address soon; `null` takes it out. */
  write(text: () => string | null): void;
  /** Writes what waits, now. */
  flush(): void;
  /** Forgets what waits. */
  cancel(): void;
}

/** Safari takes 100 changes of the address in 30 s and throws at the next one. */
const INTERVAL = 320;

/** Writes one widget's text into the page's address, without a step in the history. */
export function createLinkWriter(id: string, target: LinkTarget): LinkWriter {
  const { location, history } = target;

  function replace(text: () => string | null) {
    const hash = writeHash(location.hash, id, text());
    if (hash === location.hash) return;
    try {
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    } catch {
      // Refused for being too often, or in a sandbox; the next change tries again.
    }
  }

  const pace = createPace(replace, { delay: 120, interval: INTERVAL });
  return { write: pace.call, flush: pace.flush, cancel: pace.cancel };
}
