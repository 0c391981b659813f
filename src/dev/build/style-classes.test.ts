import { describe, expect, test } from "vitest";
import type { HastNode } from "./hast";
import { rehypeStyleClasses } from "./rehype-style-classes";
import { createStyleClasses } from "./style-classes";

describe("style classes", () => {
  test("equal declarations share a class, whatever their blanks", () => {
    const styles = createStyleClasses();
    const name = styles.classFor("height:1em;vertical-align: -0.25em;");
    expect(styles.classFor(" height: 1em; vertical-align:-0.25em")).toBe(name);
    expect(styles.css()).toBe(`.${name}{height:1em;vertical-align:-0.25em}`);
  });

  test("different declarations get different classes", () => {
    const styles = createStyleClasses();
    const names = Array.from({ length: 500 }, (_, at) => styles.classFor(`top:-${at / 100}em`));
    expect(new Set(names).size).toBe(500);
    expect(styles.css().split("\n")).toHaveLength(500);
  });

  test("the stylesheet does not depend on the order in which pages were compiled", () => {
    const [one, other] = [createStyleClasses(), createStyleClasses()];
    const all = ["top:1em", "top:2em", "color:red"];
    for (const style of all) one.classFor(style);
    for (const style of all.toReversed()) other.classFor(style);
    expect(one.css()).toBe(other.css());
  });

  test("names are legal where they stand", () => {
    const styles = createStyleClasses();
    for (let at = 0; at < 200; at++) expect(styles.classFor(`x:${at}`)).toMatch(/^t[a-z0-9]{5}$/);
  });
});

describe("a tree", () => {
  const element = (properties: Record<string, unknown>, ...children: HastNode[]): HastNode => ({
    type: "element",
    tagName: "span",
    properties,
    children,
  });

  test("has no style attribute left, at any depth", () => {
    const styles = createStyleClasses();
    const tree = element({ className: ["katex"] }, element({ style: "top:1em" }));
    rehypeStyleClasses(styles)(tree);
    expect(tree.children![0]!.properties).toEqual({ className: [styles.classFor("top:1em")] });
    expect(tree.properties).toEqual({ className: ["katex"] });
  });

  test.each([{ className: ["a", "b"] }, { class: "a b" }])("keeps its classes: %o", (classes) => {
    const styles = createStyleClasses();
    const tree = element({ ...classes, style: "top:1em", id: "x" });
    rehypeStyleClasses(styles)(tree);
    const className = ["a", "b", styles.classFor("top:1em")];
    expect(tree.properties).toEqual({ className, id: "x" });
  });

  test("loses an empty style without gaining a class", () => {
    const tree = element({ style: " " });
    rehypeStyleClasses(createStyleClasses())(tree);
    expect(tree.properties).toEqual({});
  });
});
