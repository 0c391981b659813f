import { type Node } from "./compile";

/** Whole numbers up to this are words: counting, sizes of examples, indices. */
const FREE = 12;

const SILENT = new Set(["code", "inlineCode", "yaml", "mdxFlowExpression", "mdxTextExpression"]);
/** Titles, years and addresses of other people's work. */
const SILENT_TAGS = new Set(["FurtherReading"]);

function* printed(node: Node): Generator<string> {
  if (SILENT.has(node.type) || SILENT_TAGS.has(node.name ?? "")) return;
  const text = node.value;
  if (text !== undefined) yield text.replaceAll("{,}", ",");
  for (const child of node.children ?? []) yield* printed(child);
}

/** Numbers that a page prints as text or in a formula, small whole ones left out, each once. */
export function printedNumbers(tree: Node): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of printed(tree))
    for (const [number] of text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g))
      if (number.includes(".") || Number(number.replaceAll(",", "")) > FREE) found.add(number);
  return found;
}
