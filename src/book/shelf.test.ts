import { expect, test } from "vitest";
import { numbered, openShelf } from "./shelf";

const moduleOf = (frontmatter: object) =>
  ({ frontmatter, tableOfContents: [], componentTags: [], default: () => null }) as never;

const chapter = { title: "T", slug: "t", order: 2, description: "D", kind: "chapter" };

test("chapters stand in reading order, and only chapters are numbered", () => {
  const shelf = openShelf({
    "/chapters/b.mdx": moduleOf(chapter),
    "/chapters/a.mdx": moduleOf({ ...chapter, slug: "g", order: 1, kind: "page" }),
  });
  expect(shelf.map(({ slug, file }) => [slug, file])).toEqual([
    ["g", "chapters/a.mdx"],
    ["t", "chapters/b.mdx"],
  ]);
  expect(numbered(shelf).map(({ slug }) => slug)).toEqual(["t"]);
});

test.each(["title", "slug", "order", "description", "kind"])(
  "a chapter without its %s is named",
  (field) => {
    const modules = { "/chapters/b.mdx": moduleOf({ ...chapter, [field]: undefined }) };
    expect(() => openShelf(modules)).toThrow(`chapters/b.mdx: no "${field}"`);
  },
);

test("two chapters of one slug are named", () => {
  const modules = { "/chapters/a.mdx": moduleOf(chapter), "/chapters/b.mdx": moduleOf(chapter) };
  expect(() => openShelf(modules)).toThrow(
    'chapters/b.mdx and chapters/a.mdx both have the slug "t"',
  );
});

test("a slug that is no plain folder is refused", () => {
  const modules = { "/chapters/a.mdx": moduleOf({ ...chapter, slug: "A b" }) };
  expect(() => openShelf(modules)).toThrow('the slug "A b"');
});
