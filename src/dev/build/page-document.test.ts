import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assertStrict, CONTENT_SECURITY_POLICY, fillTemplate } from "./page-document";

const template = `<!doctype html><html lang="en"><head><!--policy--><!--head--><link rel="stylesheet" href="./assets/a.css"><script src="./start.js"></script></head><body><!--body--></body></html>`;
const page = {
  slug: "training",
  kind: "chapter",
  title: 'A "title" & more',
  description: "x < y",
  body: `<a href="./here">$& $1</a>`,
};

describe("a filled template", () => {
  const html = fillTemplate(template, page, ["assets/a.css", "assets/b.css"], ["assets/lab.js"]);

  test("leads to the site's files from where the page lies", () => {
    expect(html).toContain('href="../assets/a.css"');
    expect(html).toContain('src="../start.js"');
    expect(html).toContain('src="../assets/lab.js"');
  });

  test("leaves the body as it was rendered", () => {
    expect(html).toContain(`<body>${page.body}</body>`);
  });

  test("links each stylesheet once", () => {
    expect(html.match(/a\.css/g)).toHaveLength(1);
    expect(html.match(/b\.css/g)).toHaveLength(1);
  });

  test("names the page in text that ends no attribute", () => {
    expect(html).toContain("<title>A &quot;title&quot; &amp; more</title>");
    expect(html).toContain('content="x &lt; y"');
  });

  test("carries the policy", () => {
    expect(html).toContain(`content="${CONTENT_SECURITY_POLICY}"`);
  });
});

test("the template has a place for everything", () => {
  const real = readFileSync("index.html", "utf8");
  for (const place of ["<html ", "<!--policy-->", "<!--head-->", "<!--body-->"])
    expect(real.split(place)).toHaveLength(2);
});

describe("a page is refused", () => {
  test.each([
    ["an inline style", '<p style="top:0">'],
    ["a style element", "<style>p{}</style>"],
    ["an inline script", "<script>alert()</script>"],
    ["a data block", '<script type="application/json">{}</script>'],
    ["a handler", '<p onclick="go()">'],
    ["a data address", '<img src="data:image/png;base64,">'],
  ])("for %s", (_, markup) => {
    expect(() => assertStrict(`<body>${markup}</body>`, "here")).toThrow("here carries");
  });

  test("but not for a word that only looks like it", () => {
    const fine =
      '<script src="./a.js"></script><p data-style="x" title="one=1">style="x" in text?</p>';
    expect(() => assertStrict(fine.replace('style="x" in', "style in"), "here")).not.toThrow();
  });
});
