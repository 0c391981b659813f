import type { Chapter } from "../chapter";
import { Neighbours } from "../shell/neighbours";
import { PageFrame } from "../shell/page-frame";
import { PageOutline } from "../shell/page-outline";

export interface ChapterPageProps {
  readonly shelf: readonly Chapter[];
  readonly chapter: Chapter;
  readonly root: string;
  /** What the chapter's tags stand for, by name. */
  readonly components: Readonly<Record<string, unknown>>;
}

/** A chapter, or a page beside the chapters. */
export function ChapterPage({ shelf, chapter, root, components }: ChapterPageProps) {
  const { Content, headings, title, description, kind, order, slug } = chapter;
  return (
    <PageFrame shelf={shelf} current={slug} root={root}>
      <div className="page">
        <PageOutline headings={headings} />
        <main id="main" className="page-text" tabIndex={-1}>
          <header className="page-head">
            {kind === "chapter" && <p className="page-number">Chapter {order}</p>}
            <h1>{title}</h1>
            <p className="page-lede">{description}</p>
          </header>
          <Content components={components} />
          <Neighbours shelf={shelf} current={chapter} root={root} />
        </main>
      </div>
    </PageFrame>
  );
}
