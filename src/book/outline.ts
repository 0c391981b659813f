import type { Heading } from "./chapter";

/** A heading of the second level, with those of the third below it. */
export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  readonly entries: readonly OutlineEntry[];
}

/** A page's headings of levels 2 and 3 as a tree; deeper ones and those without an id stay out. */
export function outlineOf(headings: readonly Heading[]): readonly OutlineEntry[] {
  return headings.flatMap((heading) => {
    if (heading.depth > 3) return [];
    const entries = outlineOf(heading.children ?? []);
    if (heading.depth < 2 || !heading.id) return entries;
    return [{ id: heading.id, text: heading.value, entries }];
  });
}
