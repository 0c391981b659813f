import type { Chapter } from "../chapter";
import { ChapterMenu } from "./chapter-menu";
import { Glyph } from "./glyph";
import { ViewMenu } from "./view-menu";

export interface SiteHeaderProps {
  readonly shelf: readonly Chapter[];
  /** Slug of the page it stands on. */
  readonly current: string;
  /** Prefix that leads from the page to the site's root. */
  readonly root: string;
}

/** The bar above every page: the book, its chapters, and how they are shown. */
export function SiteHeader({ shelf, current, root }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <a className="site-brand" href={root} aria-current={current === "" ? "page" : undefined}>
        <Glyph /> Receptive
      </a>
      <div className="site-menus">
        <ChapterMenu shelf={shelf} current={current} root={root} />
        <ViewMenu />
      </div>
    </header>
  );
}
