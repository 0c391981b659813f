import type { Chapter } from "../chapter";
import { PageFrame } from "../shell/page-frame";

/** What a server shows for an address that leads nowhere. */
export function MissingPage({ shelf, root }: { shelf: readonly Chapter[]; root: string }) {
  return (
    <PageFrame shelf={shelf} current="404" root={root}>
      <main id="main" className="page-text page-plain" tabIndex={-1}>
        <header className="page-head">
          <h1>There is no page here</h1>
          <p className="page-lede">
            The address may be old or mistyped. Everything the book has is in its{" "}
            <a href={root}>contents</a>.
          </p>
        </header>
      </main>
    </PageFrame>
  );
}
