import { readHash } from "../../widget-kit/link/hash";

/** Element of the figure that a link speaks of, first one first; `null` for a plain link. */
export function linkedFigure(document: Document, hash: string): HTMLElement | null {
  for (const id of readHash(hash).widgets.keys()) {
    const figure = [...document.querySelectorAll<HTMLElement>("[data-island]")].find(
      (island) => island.dataset["id"] === id,
    );
    if (figure) return figure;
  }
  return null;
}

/**
 * Brings the figure of a shared link into view. A link with a heading's anchor is the browser's
 * own affair, and a reload or a step back keeps the place it was left at.
 */
export function startArrival(document: Document, window: Window): void {
  const [entry] = window.performance.getEntriesByType("navigation");
  const kind = (entry as PerformanceNavigationTiming | undefined)?.type ?? "navigate";
  if (kind === "navigate") linkedFigure(document, window.location.hash)?.scrollIntoView();
}
