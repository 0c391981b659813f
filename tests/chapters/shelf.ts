import { readdirSync } from "node:fs";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { vocabulary } from "../../src/book/prose";
import { wholeChapter } from "../../src/dev/build/whole-chapter";
import { type CompiledChapter, compileChapter } from "./compile";

export interface Shelved extends CompiledChapter {
  readonly file: string;
  readonly source: string;
  /** The page as static markup, widgets replaced by a mark. */
  readonly markup: string;
}

const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Tag of every widget, from the folders' names. */
export const widgetTags: readonly string[] = Object.keys(
  import.meta.glob("../../src/widgets/*/index.ts"),
).map((path) => pascal(path.split("/").at(-2)!));

const stubs = Object.fromEntries(
  widgetTags.map((tag) => {
    const Stub: ComponentType<{ id: string }> = ({ id }) =>
      createElement("figure", { id, "data-widget": tag });
    return [tag, Stub];
  }),
);

async function open(file: string): Promise<Shelved> {
  const { source } = wholeChapter(`chapters/${file}`);
  const compiled = await compileChapter(`chapters/${file}`, source);
  const components = { ...vocabulary, ...stubs };
  const markup = renderToStaticMarkup(createElement(compiled.Content, { components }));
  return { ...compiled, file, source, markup };
}

/** Every chapter and page of the book, compiled and rendered, in reading order. */
export async function openShelf(): Promise<readonly Shelved[]> {
  const files = readdirSync("chapters").filter((file) => file.endsWith(".mdx"));
  const shelf = await Promise.all(files.map(open));
  return shelf.toSorted((a, b) => a.frontmatter.order - b.frontmatter.order);
}
