import {
  startTransition,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from "react";

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
    let first = served.current;
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

/** Whether the component was in the page before its script was. */
function useServed(): RefObject<boolean> {
  const served = useRef(false);
  // React asks for the server's state only where it takes over what a server has written.
  useSyncExternalStore(
    never,
    () => null,
    () => {
      served.current = true;
      return null;
    },
  );
  return served;
}

const never = () => () => {};
