import { classNames, type HastNode, walk } from "./hast";

/** Adds every character that KaTeX typeset to `characters`: what its fonts must be able to draw. */
export function rehypeMathText(characters: Set<string>) {
  return (tree: HastNode): void => {
    for (const node of walk(tree)) {
      if (!classNames(node).includes("katex-html")) continue;
      for (const { value } of walk(node)) {
        for (const character of value ?? "") characters.add(character);
      }
    }
  };
}
