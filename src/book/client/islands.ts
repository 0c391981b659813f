/** Far enough ahead that a widget is awake when the reader arrives. */
const AHEAD = "300px";

/**
 * Wakes each widget of the page, once, when it comes near the viewport or is reached for. Nothing
 * of React, of a widget or of the engine is fetched before.
 */
export function startIslands(document: Document): void {
  const islands = document.querySelectorAll<HTMLElement>("[data-island]");
  if (islands.length === 0) return;
  let runtime: Promise<(element: HTMLElement) => Promise<void>> | undefined;
  const asleep = new Set(islands);

  const wake = (element: HTMLElement): void => {
    if (!asleep.delete(element)) return;
    observer.unobserve(element);
    runtime ??= import("./island-runtime").then(({ createIslandRuntime }) => createIslandRuntime());
    runtime
      .then((hydrate) => hydrate(element))
      .catch((error: unknown) => {
        // Its first frame stays readable; a later approach may have the network back.
        runtime = undefined;
        asleep.add(element);
        console.error(`the figure "${element.dataset["id"]}" did not start`, error);
      });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) wake(target as HTMLElement);
    },
    { rootMargin: AHEAD },
  );
  for (const element of islands) {
    observer.observe(element);
    for (const reach of ["focusin", "pointerenter"])
      element.addEventListener(reach, () => wake(element));
  }
}
