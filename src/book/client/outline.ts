/** Shows in the outline which heading is being read, and keeps it unfolded where there is room. */
export function startOutline(document: Document): void {
  const details = document.querySelector<HTMLDetailsElement>(".page-outline details");
  if (!details) return;
  const beside = matchMedia("(min-width: 72rem)");
  const fold = () => (details.open = beside.matches);
  fold();
  beside.addEventListener("change", fold);

  const links = [...details.querySelectorAll<HTMLAnchorElement>("a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  for (const link of links)
    link.addEventListener("click", () => {
      if (!beside.matches) details.open = false;
    });

  const mark = (): void => {
    const line = innerHeight / 4;
    let current = -1;
    headings.forEach((heading, at) => {
      if (heading && heading.getBoundingClientRect().top <= line) current = at;
    });
    links.forEach((link, at) => {
      if (at === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  // The observer fires as headings cross the line; it costs nothing between.
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
  for (const heading of headings) if (heading) observer.observe(heading);
}
