import type { ComponentType } from "react";

/** What a chapter's file says of itself, above its text. */
export interface Frontmatter {
  readonly title: string;
  /** The folder of its page; unique in the book. */
  readonly slug: string;
  readonly order: number;
  /** One sentence, for the contents and for search engines. */
  readonly description: string;
  /** Chapters are numbered; pages (glossary, errata) stand beside them. */
  readonly kind: "chapter" | "page";
}

/** A heading of a chapter, with those below it. */
export interface Heading {
  readonly value: string;
  readonly depth: number;
  readonly id?: string;
  readonly children?: readonly Heading[];
}

/** A component's tag in a chapter's file, with its line. */
export interface Tag {
  readonly name: string;
  readonly line: number;
}

/** A chapter or page of the book, compiled. */
export interface Chapter extends Frontmatter {
  /** Path of its file from the root of the project, for messages. */
  readonly file: string;
  readonly headings: readonly Heading[];
  readonly tags: readonly Tag[];
  readonly Content: ComponentType<{ components?: Readonly<Record<string, unknown>> }>;
}
