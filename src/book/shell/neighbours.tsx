import type { Chapter } from "../chapter";

interface NeighboursProps {
  readonly shelf: readonly Chapter[];
  readonly current: Chapter;
  readonly root: string;
}

/** The way on and the way back, at the foot of a chapter. */
export function Neighbours({ shelf, current, root }: NeighboursProps) {
  const at = shelf.indexOf(current);
  const previous = shelf[at - 1];
  const next = shelf[at + 1];
  return (
    <nav className="page-neighbours" aria-label="Previous and next">
      {previous && (
        <a href={`${root}${previous.slug}/`} rel="prev">
          <small>Previous</small>
          <span>{previous.title}</span>
        </a>
      )}
      {next && (
        <a href={`${root}${next.slug}/`} rel="next">
          <small>Next</small>
          <span>{next.title}</span>
        </a>
      )}
    </nav>
  );
}
