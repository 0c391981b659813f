import { useLayoutEffect, useState, type RefObject } from "react";

/** Width of an element in whole CSS pixels as it changes; `usual` in the served page. */
export function useWidth(element: RefObject<Element | null>, usual: number): number {
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const take = (size: number) => {
      if (size > 0) setWidth(Math.max(Math.round(size), 200));
    };
    take(watched.getBoundingClientRect().width);
    const observer = new ResizeObserver(([entry]) => take(entry!.contentRect.width));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
