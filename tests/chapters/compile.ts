import mdx from "@mdx-js/rollup";
import rehypeKatex from "rehype-katex";
import rehypeSlug from "rehype-slug";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdxFrontmatter from "remark-mdx-frontmatter";
import type { ComponentType } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";

/** A node of a Markdown tree, as far as these tests look. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
  readonly depth?: number;
  readonly url?: string;
  readonly lang?: string;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

export interface Frontmatter {
  readonly title: string;
  readonly slug: string;
  readonly order: number;
  readonly description: string;
  readonly kind: "chapter" | "page";
}

export interface CompiledChapter {
  readonly frontmatter: Frontmatter;
  readonly Content: ComponentType<{ components: Readonly<Record<string, unknown>> }>;
  /** The Markdown tree before it becomes HTML. */
  readonly tree: Node;
}

type Evaluate = (runtime: object) => {
  frontmatter: Frontmatter;
  default: CompiledChapter["Content"];
};

/** Compiles one chapter as the build does, without highlighting, and evaluates it. */
export async function compileChapter(path: string, source: string): Promise<CompiledChapter> {
  let tree: Node | undefined;
  const keepTree = () => (root: Node) => {
    tree = structuredClone(root);
  };
  const failOnMessages = () => (_: unknown, file: { messages: readonly unknown[] }) => {
    if (file.messages.length > 0) throw file.messages[0];
  };
  const { transform } = mdx({
    outputFormat: "function-body",
    // The tree is kept before the frontmatter becomes an export of its own.
    remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath, keepTree, remarkMdxFrontmatter],
    rehypePlugins: [[rehypeKatex, { strict: "error" }], rehypeSlug, failOnMessages],
  });
  const compiled = await transform(source, path);
  if (!compiled || !tree) throw new Error(`${path} is not MDX`);
  // oxlint-disable-next-line typescript/no-implied-eval -- the output format that MDX names "function-body" is meant for this
  const evaluate = new Function(String(compiled.code)) as Evaluate;
  const { frontmatter, default: Content } = evaluate({ Fragment, jsx, jsxs });
  return { frontmatter, Content, tree };
}

/** Every node of a tree, parents first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** The text of a node, math and code left out. */
export function textOf(node: Node): string {
  if (node.type === "text") return node.value ?? "";
  return (node.children ?? []).map(textOf).join("");
}
