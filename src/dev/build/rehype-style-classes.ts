import { classNames, type HastNode, walk } from "./hast";
import type { StyleClasses } from "./style-classes";

/** Replaces every `style` attribute of a tree by a class, as a strict `style-src` asks. */
export function rehypeStyleClasses(styles: StyleClasses) {
  return (tree: HastNode): void => {
    for (const node of walk(tree)) {
      const style = node.properties?.["style"];
      if (typeof style !== "string") continue;
      const { style: _, class: __, ...rest } = node.properties!;
      const name = style.trim() && styles.classFor(style);
      const names = [...classNames(node), ...(name ? [name] : [])];
      node.properties = names.length > 0 ? { ...rest, className: names } : rest;
    }
  };
}
