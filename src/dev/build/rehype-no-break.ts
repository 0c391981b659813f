import { type HastNode, walk } from "./hast";

const NO_BREAK_SPACE = "\u00a0";

/** Keeps `3 × 3` and `95 %` in one line, also where the numbers beside the sign are components. */
export function rehypeNoBreak() {
  return (tree: HastNode): void => {
    for (const node of walk(tree)) {
      if (node.type !== "text" || !node.value) continue;
      node.value = node.value
        .replaceAll(" × ", `${NO_BREAK_SPACE}×${NO_BREAK_SPACE}`)
        .replaceAll(/(?<=\d) %/g, `${NO_BREAK_SPACE}%`);
    }
  };
}
