import { type OutlineEntry, outlineOf } from "../outline";
import type { Heading } from "../chapter";

function Entries({ entries }: { entries: readonly OutlineEntry[] }) {
  return (
    <ul>
      {entries.map(({ id, text, entries: below }) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
          {below.length > 0 && <Entries entries={below} />}
        </li>
      ))}
    </ul>
  );
}

/** The headings of the page: beside the text where there is room, folded above it elsewhere. */
export function PageOutline({ headings }: { headings: readonly Heading[] }) {
  const entries = outlineOf(headings);
  if (entries.length < 2) return null;
  return (
    <nav className="page-outline" aria-label="On this page">
      <details>
        <summary>On this page</summary>
        <Entries entries={entries} />
      </details>
    </nav>
  );
}
