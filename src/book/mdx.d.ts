declare module "*.mdx" {
  import type { ComponentType } from "react";
  import type { Frontmatter, Heading, Tag } from "./chapter";

  export const frontmatter: Frontmatter;
  export const tableOfContents: readonly Heading[];
  export const componentTags: readonly Tag[];
  const Content: ComponentType<{ components?: Readonly<Record<string, unknown>> }>;
  export default Content;
}
