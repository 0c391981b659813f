import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { readHash, writeHash } from "./hash";

describe("readHash", () => {
  test("finds each widget's text by its id", () => {
    const { heading, widgets } = readHash("#w.bench=1~stride:2&w.mixer=1~a:on");
    expect(heading).toBe("");
    expect([...widgets]).toEqual([
      ["bench", "1~stride:2"],
      ["mixer", "1~a:on"],
    ]);
  });

  test("an ordinary anchor is a heading", () => {
    expect(readHash("#what-a-kernel-is")).toEqual({
      heading: "what-a-kernel-is",
      widgets: new Map(),
    });
    expect(readHash("").heading).toBe("");
  });

  test("undoes what a messenger encoded", () => {
    expect(readHash("#w.bench=1%7Estride%3A2").widgets.get("bench")).toBe("1~stride:2");
  });

  test.each([
    "#%E0%A4%A",
    "#w.bench=%E0%A4%A",
    "#w.=1",
    "#w.__proto__=1",
    "#&&&=&w",
    "#w.a=1&w.a=2",
  ])("%s is harmless", (hash) => {
    const { widgets } = readHash(hash);
    expect([...widgets.keys()].every((id) => /^[a-z0-9-]+$/.test(id))).toBe(true);
    expect(widgets.get("a") ?? "1").toBe("1");
  });

  test("a hash of a megabyte is not read", () => {
    expect(readHash(`#w.a=${"x".repeat(1e6)}`).widgets.size).toBe(0);
  });
});

describe("writeHash", () => {
  test("replaces one entry and leaves the others", () => {
    const hash = "#w.a=1~x:1&w.b=1~y:2";
    expect(writeHash(hash, "a", "1~x:3")).toBe("#w.a=1~x:3&w.b=1~y:2");
    expect(writeHash(hash, "a", null)).toBe("#w.b=1~y:2");
    expect(writeHash("#w.a=1", "a", null)).toBe("");
  });

  test("a widget at its author's state leaves a heading's anchor alone", () => {
    expect(writeHash("#why-3x3", "a", null)).toBe("#why-3x3");
    expect(writeHash("#why-3x3", "a", "1~x:3")).toBe("#w.a=1~x:3");
  });

  test("what is written is read back, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, before) => {
        const hash = writeHash(before, "id", text);
        expect(readHash(hash).widgets.get("id")).toBe(text);
        expect(writeHash(hash, "id", text)).toBe(hash);
      }),
      { numRuns: 2000 },
    );
  });
});
