import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, root } from "./source-tree";

const code = ["src", "tests"]
  .flatMap((folder) => filesBelow(folder))
  .filter((path) => /\.(tsx?|mjs|css|html)$/.test(path));

/** Lists of data, which may be as long as what they list. */
const tables: readonly string[] = [];

test("no file is over 400 lines, tables of data apart", () => {
  const chapters = filesBelow("chapters").filter((path) => path.endsWith(".mdx"));
  const long = [...code, ...chapters]
    .filter((path) => !tables.includes(path))
    .map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 400);
  expect(long).toEqual([]);
});

test("files and folders are named in kebab case", () => {
  const odd = code.filter((path) =>
    path.split("/").some((part) => !/^(\.?[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+)*$/.test(part)),
  );
  expect(odd).toEqual([]);
});

test("the top level holds what the reader of the repository expects there, and nothing else", () => {
  const expected = [
    "LICENSE",
    "README.md",
    "chapters",
    "index.html",
    "knip.json",
    "package-lock.json",
    "package.json",
    "public",
    "src",
    "tests",
    "tsconfig.json",
    "vite.config.ts",
    "vitest.config.ts",
  ];
  const made = ["node_modules", "dist", "coverage"];
  const present = readdirSync(root).filter((name) => !name.startsWith(".") && !made.includes(name));
  expect(present.toSorted()).toEqual(expected);
});

/** The compiler's complaints about a folder under its own tsconfig. */
function complaints(folder: string): string {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", folder], { cwd: root, encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test.each(["src/core", "src/schema"])("%s compiles where there is no DOM", (folder) => {
  expect(complaints(folder)).toBe("");
  const { compilerOptions } = JSON.parse(
    readFileSync(join(root, folder, "tsconfig.json"), "utf8"),
  ) as { compilerOptions: { lib: readonly string[]; types: readonly string[] } };
  expect(compilerOptions.lib.filter((name) => name.startsWith("dom"))).toEqual([]);
  expect(compilerOptions.types).toEqual([]);
});
