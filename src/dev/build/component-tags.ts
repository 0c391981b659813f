/** A component's tag in a chapter, with the line it stands on. */
export interface ComponentTag {
  readonly name: string;
  readonly line: number;
}

interface MdastNode {
  readonly type: string;
  readonly name?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
  readonly children?: readonly MdastNode[];
}

/** The tags of a chapter that name components, in reading order. */
export function componentTags(node: MdastNode): readonly ComponentTag[] {
  const inside = (node.children ?? []).flatMap(componentTags);
  if (!node.type.startsWith("mdxJsx") || !/^[A-Z]/.test(node.name ?? "")) return inside;
  return [{ name: node.name!, line: node.position?.start.line ?? 0 }, ...inside];
}
