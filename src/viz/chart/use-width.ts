import { startTransition, useLayoutEffect, useState, type RefObject } from "react";
import { useServed } from "../../ui/use-served";

/** A reader's usual letters; a drawing's own pixels are made for these. */
const USUAL_LETTERS = 16;

/**
 * Width of an element in whole pixels of a drawing as it changes; `usual` in the served page. A
 * drawing's pixel grows with the page's letters, so what it writes is as large as the text around.
 */
export function useWidth(element: RefObject<Element | null>, usual: number): number {
  const [width, setWidth] = useState(usual);
  const served = useServed();
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const root = document.documentElement;
    const take = () => {
      const size = watched.getBoundingClientRect().width;
      const letters = Number.parseFloat(getComputedStyle(root).fontSize) / USUAL_LETTERS;
      if (size > 0) setWidth(Math.max(Math.round(size / letters), 200));
    };
    // Served, it has been on screen in its usual width: it may be drawn anew after what is urgent.
    let first = served;
    if (!first) take();
    const observer = new ResizeObserver(() => {
      if (first) startTransition(take);
      else take();
      first = false;
    });
    observer.observe(watched);
    // Projected, the letters grow at once and the element perhaps not at all.
    const mode = new MutationObserver(take);
    mode.observe(root, { attributeFilter: ["data-projector"] });
    return () => {
      observer.disconnect();
      mode.disconnect();
    };
  }, [element, served]);
  return width;
}
