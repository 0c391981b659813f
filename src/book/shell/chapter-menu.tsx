import type { SiteHeaderProps } from "./site-header";

/** Every page of the book, folded away under one word; works without scripts. */
export function ChapterMenu({ shelf, current, root }: SiteHeaderProps) {
  return (
    <nav aria-label="Chapters">
      <details className="site-menu" name="site-menu">
        <summary>Chapters</summary>
        <ul className="site-menu-sheet site-chapters">
          {shelf.map(({ slug, title, kind, order }) => (
            <li key={slug}>
              <a href={`${root}${slug}/`} aria-current={slug === current ? "page" : undefined}>
                <span className="site-chapter-number">{kind === "chapter" ? order : ""}</span>
                <span>{title}</span>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
