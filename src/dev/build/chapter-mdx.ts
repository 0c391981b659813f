import mdx from "@mdx-js/rollup";
import rehypeShiki from "@shikijs/rehype";
import extractToc from "@stefanprobst/rehype-extract-toc";
import extractTocExport from "@stefanprobst/rehype-extract-toc/mdx";
import rehypeKatex from "rehype-katex";
import rehypeSlug from "rehype-slug";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdxFrontmatter from "remark-mdx-frontmatter";
import type { Plugin } from "vite";
import { type ComponentTag, componentTags } from "./component-tags";
import { rehypeMathText } from "./rehype-math-text";
import { rehypeNoBreak } from "./rehype-no-break";
import { rehypeStyleClasses } from "./rehype-style-classes";
import type { StyleClasses } from "./style-classes";
import { wholeChapter } from "./whole-chapter";

interface File {
  readonly path: string;
  readonly messages: readonly {
    readonly reason: string;
    readonly line?: number | undefined;
    readonly cause?: unknown;
  }[];
}

const SHIKI = {
  // The plain GitHub themes miss a contrast of 4.5 for comments and strings.
  themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  defaultColor: "light-dark()",
  langs: ["python", "ts", "glsl"],
};

/**
 * Compiles chapters to modules that export the content, `frontmatter`, `tableOfContents` and
 * `componentTags`. Fills `styles` and `mathText` with what all compiled chapters use.
 *
 * @throws {Error} for TeX that KaTeX cannot set, which it would else print in red.
 */
export function chapterMdx(styles: StyleClasses, mathText: Set<string>): Plugin {
  const tags = new Map<string, readonly ComponentTag[]>();
  const keepTags = () => (tree: Parameters<typeof componentTags>[0], file: File) => {
    tags.set(file.path, componentTags(tree));
  };
  const failOnMessages = () => (_: unknown, file: File) => {
    const [first] = file.messages;
    if (!first) return;
    const { reason, line, cause } = first;
    const why = cause instanceof Error ? `${reason}: ${cause.message}` : reason;
    throw new Error(`${file.path}:${line ?? 1}: ${why}`, { cause: first });
  };
  const compiler = mdx({
    tableCellAlignToStyle: false,
    remarkPlugins: [remarkFrontmatter, remarkMdxFrontmatter, remarkGfm, remarkMath, keepTags],
    rehypePlugins: [
      [rehypeKatex, { strict: "error", output: "htmlAndMathml" }],
      [rehypeMathText, mathText],
      rehypeSlug,
      extractToc,
      extractTocExport,
      rehypeNoBreak,
      [rehypeShiki, SHIKI],
      [rehypeStyleClasses, styles],
      failOnMessages,
    ],
  });
  return {
    name: "book:chapter-mdx",
    enforce: "pre",
    async transform(source, id) {
      const path = id.split("?")[0]!;
      if (!path.endsWith(".mdx")) return null;
      const whole = wholeChapter(path, source);
      if (whole.exercises) this.addWatchFile(whole.exercises);
      const compiled = await compiler.transform(whole.source, path);
      if (!compiled) return null;
      const code = `${compiled.code}\nexport const componentTags = ${JSON.stringify(tags.get(path))};\n`;
      return { code, map: null };
    },
  };
}
