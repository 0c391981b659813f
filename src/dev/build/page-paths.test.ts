import { expect, test } from "vitest";
import { pageFile, rootFrom, slugOf } from "./page-paths";

test.each([
  ["", "index.html", "./"],
  ["training", "training/index.html", "../"],
  ["lab", "lab/index.html", "../"],
  ["404", "404.html", "./"],
])("the page %j lies at %s and finds the root at %s", (slug, file, root) => {
  expect(pageFile(slug)).toBe(file);
  expect(rootFrom(slug)).toBe(root);
});

test("the root's prefix leads from every page to the same place", () => {
  for (const slug of ["", "training", "404"]) {
    const page = new URL(pageFile(slug), "https://book.test/below/");
    expect(new URL(rootFrom(slug), page).href).toBe("https://book.test/below/");
  }
});

test.each([
  ["/", ""],
  ["/index.html", ""],
  ["/training/", "training"],
  ["/training", "training"],
  ["/training/index.html?x=1#y", "training"],
])("the path %s asks for the page %j", (url, slug) => {
  expect(slugOf(url)).toBe(slug);
});
