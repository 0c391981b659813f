import type { Chapter } from "../../book/chapter";
import { PageFrame } from "../../book/shell/page-frame";

/** The lab before its script has run. */
export function LabPage({ shelf, root }: { shelf: readonly Chapter[]; root: string }) {
  return (
    <PageFrame shelf={shelf} current="lab" root={root}>
      <main id="main" className="page-text page-plain lab" tabIndex={-1}>
        <header className="page-head">
          <h1>Lab</h1>
          <p className="page-lede">
            Every figure in every one of its named states, with the time it took and what it holds
            on the device.
          </p>
        </header>
        <div id="lab">
          <noscript>
            <p>The lab computes everything in this page, and needs JavaScript for it.</p>
          </noscript>
        </div>
      </main>
    </PageFrame>
  );
}
