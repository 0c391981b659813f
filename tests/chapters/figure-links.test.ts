import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { wholeChapter } from "../../src/dev/build/whole-chapter";
import { readHash } from "../../src/widget-kit/link/hash";
import { widgetLoaders } from "../../src/widgets/registry";

const pages = readdirSync("chapters")
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => {
    const { source } = wholeChapter(`chapters/${file}`);
    return { file, source, slug: /^slug: (.+)$/m.exec(source)![1]! };
  });

const links = pages.flatMap(({ file, source, slug }) =>
  [...source.matchAll(/\]\((?:\.\.\/([^/)]+)\/)?(#w\.[^)]+)\)/g)].map(
    ([, page = slug, hash]) => [file, page, hash!] as const,
  ),
);

const kebab = (tag: string): string =>
  tag.replace(/(?<=[a-z0-9])[A-Z]|^[A-Z]/g, (letter, at: number) => {
    return (at > 0 ? "-" : "") + letter.toLowerCase();
  });

test("there are links that set a figure", () => {
  expect(links.length).toBeGreaterThan(0);
});

test.each(links)("%s sets a figure of %s by %s", async (_, slug, hash) => {
  const { source } = pages.find((page) => page.slug === slug)!;
  const { widgets } = readHash(hash);
  expect(widgets.size).toBeGreaterThan(0);
  for (const [id, text] of widgets) {
    const tag = new RegExp(`<([A-Z]\\w+)\\s[^>]*\\bid="${id}"`).exec(source)?.[1];
    expect(tag, `a figure "${id}"`).toBeDefined();
    const { default: widget } = await widgetLoaders[`./${kebab(tag!)}/index.ts`]!();
    expect(widget.schema.parse(text).notes).toEqual([]);
  }
});
