const SCROLLERS = ".katex-display, .prose-formula, .prose-figure-body, .prose-scroll, pre";

/** Lets the keyboard reach what is wider or taller than its box, and only that. */
export function startScrollers(document: Document): void {
  const check = (element: Element): void => {
    const scrolls =
      element.scrollWidth > element.clientWidth + 1 ||
      element.scrollHeight > element.clientHeight + 1;
    if (scrolls) element.setAttribute("tabindex", "0");
    else element.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => check(target)));
  const scrollers = document.querySelectorAll(SCROLLERS);
  for (const element of scrollers) observer.observe(element);
  // A formula grows when its font arrives; its box does not, and the observer stays silent. What is
  // not laid out yet is left so: the observer speaks when it is.
  const laidOut = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true });
  document.fonts.addEventListener("loadingdone", () =>
    [...scrollers].filter(laidOut).forEach(check),
  );
}
