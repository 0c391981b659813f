import type { Chapter } from "./chapter";

const FIELDS = ["title", "slug", "order", "description", "kind"] as const;

type Module = typeof import("*.mdx");

function chapterOf([path, module]: [string, Module]): Chapter {
  const file = path.replace(/^\//, "");
  const { frontmatter, tableOfContents, componentTags, default: Content } = module;
  for (const field of FIELDS)
    if (frontmatter?.[field] === undefined) throw new Error(`${file}: no "${field}" at its head`);
  if (!/^[a-z0-9-]+$/.test(frontmatter.slug))
    throw new Error(`${file}: the slug "${frontmatter.slug}" is not lower-case words with dashes`);
  return { ...frontmatter, file, headings: tableOfContents, tags: componentTags, Content };
}

/**
 * All chapters and pages, in reading order.
 *
 * @throws {Error} for a chapter without its frontmatter, or two with one slug.
 */
export function openShelf(modules: Readonly<Record<string, Module>>): readonly Chapter[] {
  const chapters = Object.entries(modules).map(chapterOf);
  const seen = new Map<string, string>();
  for (const { slug, file } of chapters) {
    const other = seen.get(slug);
    if (other) throw new Error(`${file} and ${other} both have the slug "${slug}"`);
    seen.set(slug, file);
  }
  return chapters.toSorted((a, b) => a.order - b.order);
}

/** The numbered chapters of a shelf. */
export const numbered = (shelf: readonly Chapter[]): readonly Chapter[] =>
  shelf.filter(({ kind }) => kind === "chapter");
