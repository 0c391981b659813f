import { expect, test } from "vitest";
import { chapterMdx } from "./chapter-mdx";
import { createStyleClasses } from "./style-classes";

async function compile(
  source: string,
  mathText = new Set<string>(),
  styles = createStyleClasses(),
) {
  const { transform } = chapterMdx(styles, mathText) as unknown as {
    transform(source: string, id: string): Promise<{ code: string }>;
  };
  return (await transform(source, "/book/chapters/a.mdx")).code;
}

test("a chapter knows the line of each of its components", async () => {
  const code = await compile(
    "# A\n\n<Aside>\n\n<Bench id='x' />\n\n</Aside>\n\ntext <Term>y</Term>",
  );
  expect(code).toContain(
    'componentTags = [{"name":"Aside","line":3},{"name":"Bench","line":5},{"name":"Term","line":9}]',
  );
});

test("typeset mathematics and highlighted code carry classes in place of styles", async () => {
  const styles = createStyleClasses();
  const code = await compile("$x_1 = 2$\n\n```python\nx = 1\n```", new Set(), styles);
  expect(code).not.toMatch(/\bstyle[:=]/);
  expect(styles.css()).toMatch(/vertical-align:/);
  expect(styles.css()).toMatch(/\{color:light-dark\(#\w+, #\w+\)\}/);
});

test("a table's alignment is no style", async () => {
  const code = await compile("| a |\n| --: |\n| 1 |");
  expect(code).toContain('align: "right"');
  expect(code).not.toMatch(/\bstyle[:=]/);
});

test("the characters that KaTeX set are known, and no others", async () => {
  const mathText = new Set<string>();
  await compile("Prose $\\sigma \\ne 7$ and `code`.", mathText);
  expect([...mathText].join("")).toContain("σ");
  expect(mathText).toContain("7");
  expect(mathText).not.toContain("P");
  expect(mathText).not.toContain("\\");
});

test("a size and a share stay in one line, and a heading keeps its address", async () => {
  const code = await compile(
    "## A 3 × 3 kernel\n\n<Value of='a' /> × <Value of='a' />, 95 % of it.",
  );
  expect(code).toContain('"A 3\u00a0×\u00a03 kernel"');
  expect(code).toContain('"\u00a0×\u00a0"');
  expect(code).toContain("95\u00a0% of it.");
  expect(code).toContain('id: "a-3--3-kernel"');
});

test("TeX that cannot be set stops the build", async () => {
  await expect(compile("text\n\n$\\nonsense{x}$")).rejects.toThrow(/a\.mdx:3: .*nonsense/);
});
