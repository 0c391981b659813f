import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { factNamed } from "../../src/book/facts";
import {
  type MeasuredExperiment,
  measuredExperiments,
  measuredRelu,
} from "../../src/book/facts/measured";
import { wholeChapter } from "../../src/dev/build/whole-chapter";
import { compileChapter } from "./compile";
import { declaredNumbers } from "./declared-numbers";
import { printedNumbers } from "./printed-numbers";

const files = readdirSync("chapters").filter((file) => file.endsWith(".mdx"));

async function numbersOf(file: string): Promise<readonly string[]> {
  const { tree } = await compileChapter(file, wholeChapter(`chapters/${file}`).source);
  return [...printedNumbers(tree)].toSorted();
}

const noted = Object.values<MeasuredExperiment>(measuredExperiments).flatMap(({ noted: run }) =>
  run ? [run.mean, run.deviation] : [],
);
const known = [...noted, measuredRelu.noted.mean, measuredRelu.noted.rms];

/** Whether a printed number is one of the notes' numbers, rounded, its power of ten aside. */
function isNoted(text: string): boolean {
  const decimals = text.split(".")[1]?.length ?? 0;
  return known.some((value) => {
    const digits = Math.abs(value) < 1e-5 ? Number(value.toExponential().split("e")[0]) : value;
    return digits.toFixed(decimals) === text;
  });
}

describe.each(files)("%s", (file) => {
  const { given, noted: notes = "", tied = {} } = declaredNumbers[file] ?? { given: "" };
  const quoted = notes.split(" ").filter(Boolean);

  test("prints no number that is neither computed nor accounted for", async () => {
    const accounted = new Set([
      ...given.split(" ").filter(Boolean),
      ...quoted,
      ...Object.keys(tied),
    ]);
    const printed = await numbersOf(file);
    expect(printed.filter((number) => !accounted.has(number))).toEqual([]);
    expect([...accounted].filter((number) => !printed.includes(number))).toEqual([]);
  });

  test.each(Object.entries(tied))("prints %s where %s says so", (number, name) => {
    expect(factNamed(name).text).toBe(number);
  });

  test("quotes the notes' results as they are", () => {
    expect(quoted.filter((number) => !isNoted(number))).toEqual([]);
  });
});
