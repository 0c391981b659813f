import { useEffect, useState, type ReactNode } from "react";
import { useServed } from "../ui/use-served";

/** Milliseconds after which a frame that does not come, as in a hidden tab, is not waited for. */
const LONGEST = 250;

/**
 * Puts its children in a task and a frame of their own where a part of a figure appears: a large part
 * comes in two or three steps, and nothing waits for the whole. In the page as made they are there
 * from the start.
 */
export function NextFrame({ children }: { readonly children: ReactNode }) {
  const [here, setHere] = useState(useServed());
  useEffect(() => {
    if (here) return;
    const come = () => setHere(true);
    // A frame's own callbacks belong to the task that draws it: one task further.
    const frame = requestAnimationFrame(() => (timer = window.setTimeout(come)));
    let timer = window.setTimeout(come, LONGEST);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [here]);
  return here ? children : null;
}
