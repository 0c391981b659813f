import { expect, test } from "vitest";
import { textOf, walk } from "./compile";
import { openShelf, widgetTags } from "./shelf";

const shelf = await openShelf();
const chapters = shelf.filter(({ frontmatter }) => frontmatter.kind === "chapter");
const named = shelf.map((page) => [page.file, page] as const);
const namedChapters = chapters.map((page) => [page.file, page] as const);

const idsOf = (markup: string): readonly string[] =>
  [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
const tagsOf = (page: (typeof shelf)[number]): readonly string[] =>
  [...walk(page.tree)].flatMap(({ name }) => (name && /^[A-Z]/.test(name) ? [name] : []));

test("five chapters stand in order, with pages before and after", () => {
  expect(chapters.map(({ frontmatter }) => frontmatter.slug)).toEqual([
    "channels-and-kernels",
    "why-3x3",
    "size-reduction",
    "initialisation",
    "training",
  ]);
  expect(new Set(shelf.map(({ frontmatter }) => frontmatter.slug)).size).toBe(shelf.length);
  expect(new Set(shelf.map(({ frontmatter }) => frontmatter.order)).size).toBe(shelf.length);
});

test.each(named)("%s says in its frontmatter what it is", (_, { frontmatter }) => {
  expect(Object.keys(frontmatter).toSorted()).toEqual([
    "description",
    "kind",
    "order",
    "slug",
    "title",
  ]);
  expect(frontmatter.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(frontmatter.description).toMatch(/^.{30,160}\.$/);
});

test.each(named)("%s has headings in order, the title being the only first", (_, { tree }) => {
  const depths = [...walk(tree)].flatMap(({ type, depth }) => (type === "heading" ? [depth!] : []));
  expect(depths[0]).toBe(2);
  depths.forEach((depth, at) => {
    expect(depth).toBeGreaterThanOrEqual(2);
    expect(depth).toBeLessThanOrEqual((depths[at - 1] ?? 1) + 1);
  });
});

test.each(named)("%s has every id once", (_, { markup }) => {
  const ids = idsOf(markup);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test.each(named)("%s links only to what exists", (_, { markup, frontmatter }) => {
  for (const [, href] of markup.matchAll(/\shref="([^"]+)"/g)) {
    const { slug, hash } =
      /^(?:\.\.\/(?<slug>[^/#]+)\/)?(?:#(?<hash>.+))?$/.exec(href!)?.groups ?? {};
    const target = shelf.find((page) => page.frontmatter.slug === (slug ?? frontmatter.slug));
    expect(target, `the page of ${href}`).toBeDefined();
    // What a link says to a figure is checked in `figure-links.test.ts`.
    if (hash && !hash.startsWith("w."))
      expect(idsOf(target!.markup), `the place of ${href}`).toContain(hash);
  }
});

test.each(named)("%s needs no inline style and promises nothing", (_, { markup, source }) => {
  // KaTeX positions its glyphs with styled spans; the site turns those into classes.
  expect(markup.match(/<(?!span)[a-z]+[^>]*\sstyle=/g)).toBeNull();
  expect(source).not.toMatch(/coming soon|todo|tbd|figure below will/i);
});

test.each(named)("%s imports and exports nothing", (_, { tree }) => {
  expect([...walk(tree)].filter(({ type }) => type === "mdxjsEsm")).toEqual([]);
});

test.each(namedChapters)(
  "%s has objectives, misconceptions, exercises with answers, a summary, reading",
  (_, page) => {
    const tags = tagsOf(page);
    const count = (tag: string): number => tags.filter((name) => name === tag).length;
    for (const tag of ["Objectives", "Exercises", "SummaryCard", "FurtherReading"])
      expect(count(tag), tag).toBe(1);
    expect(count("Exercise")).toBeGreaterThanOrEqual(8);
    expect(count("Answer")).toBe(count("Exercise"));
    expect(count("Misconception")).toBeGreaterThanOrEqual(4);
    expect(count("Predict")).toBeGreaterThanOrEqual(1);
  },
);

test.each(namedChapters)("%s is a chapter's length", (_, { tree }) => {
  const words = textOf(tree).split(/\s+/).length;
  expect(words).toBeGreaterThan(1500);
  expect(words).toBeLessThan(4000);
});

test("the filter bench stands in chapter 1", () => {
  expect(widgetTags).toContain("FilterBench");
  expect(tagsOf(chapters[0]!)).toContain("FilterBench");
});
