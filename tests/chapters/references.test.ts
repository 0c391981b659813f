import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { facts } from "../../src/book/facts";
import { wholeChapter } from "../../src/dev/build/whole-chapter";
import { declaredNumbers } from "./declared-numbers";

const sources = readdirSync("chapters")
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => ({ file, source: wholeChapter(`chapters/${file}`).source }));

const named = (tag: string, attribute: string): readonly (readonly [string, string])[] =>
  sources.flatMap(({ file, source }) =>
    [...source.matchAll(new RegExp(`<${tag}\\b[^>]*\\s${attribute}="([^"]+)"`, "g"))].map(
      ([, value]) => [file, value!] as const,
    ),
  );

const camel = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test.each(named("Formula", "of"))("%s: the function of formula %s exists", (_, of) => {
  const folder = `src/${of.slice(0, of.lastIndexOf("/"))}`;
  const name = camel(of.slice(of.lastIndexOf("/") + 1));
  const modules = readdirSync(folder).filter((file) => /^[^.]+\.ts$/.test(file));
  const exported = modules.filter((file) =>
    new RegExp(`^export function ${name}\\b`, "m").test(readFileSync(`${folder}/${file}`, "utf8")),
  );
  expect(exported).toHaveLength(1);
});

test("every fact is quoted by a page, or holds a page's number to account", () => {
  const quoted = new Set([
    ...named("Value", "of").map(([, name]) => name),
    ...Object.values(declaredNumbers).flatMap(({ tied = {} }) => Object.values(tied)),
  ]);
  expect(Object.keys(facts).filter((name) => !quoted.has(name))).toEqual([]);
  expect([...quoted].filter((name) => !Object.hasOwn(facts, name))).toEqual([]);
});

test("every page that prints numbers is in the list of declared numbers, and no other", () => {
  const files = sources.map(({ file }) => file);
  expect(Object.keys(declaredNumbers).filter((file) => !files.includes(file))).toEqual([]);
});
