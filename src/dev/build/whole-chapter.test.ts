import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { wholeChapter } from "./whole-chapter";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chapter-"));
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

it("puts the exercises in the place of their tag, and names their file", () => {
  const path = write("one.mdx", "Before.\n\n<Exercises />\n\nAfter.\n");
  const exercises = write("exercises/one.mdx", "Costs $1.\n");
  expect(wholeChapter(path)).toEqual({
    source: "Before.\n\n<Exercises>\n\nCosts $1.\n\n</Exercises>\n\nAfter.\n",
    exercises,
  });
});

it("leaves a chapter that has them inside as it is", () => {
  const path = write("one.mdx", "<Exercises>\n\n1\n\n</Exercises>\n");
  expect(wholeChapter(path).exercises).toBeNull();
});

it("fails where the file or its tag is missing", () => {
  const path = write("one.mdx", "<Exercises />\n");
  expect(() => wholeChapter(path)).toThrow(/missing/);
  write("exercises/one.mdx", "One.\n");
  expect(() => wholeChapter(path, "No tag.")).toThrow(/nothing says where/);
});
