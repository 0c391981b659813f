/** A node of an HTML tree, as far as the build's own steps look. */
export interface HastNode {
  readonly type: string;
  readonly tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  readonly children?: readonly HastNode[];
}

/** Every node of a tree, parents first. */
export function* walk(node: HastNode): Generator<HastNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** The class names of an element, however the step before wrote them. */
export function classNames(node: HastNode): readonly string[] {
  const { className, class: plain } = node.properties ?? {};
  const names = className ?? plain ?? [];
  if (Array.isArray(names)) return names.map(String);
  return typeof names === "string" ? names.split(/\s+/).filter(Boolean) : [];
}
