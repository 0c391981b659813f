import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { parseView } from "./view-settings";

test("settings survive their storage", () => {
  const view = { theme: "dark", projector: true } as const;
  expect(parseView(JSON.stringify(view))).toEqual(view);
});

test.each([null, "", "{", "[]", "null", '{"theme":"pink","projector":1}'])(
  "%j means the defaults",
  (text) => {
    expect(parseView(text)).toEqual({ theme: "auto", projector: false });
  },
);

describe("before the first paint", () => {
  const script = readFileSync("public/start.js", "utf8");
  const run = (stored: () => string | null) => {
    const dataset: Record<string, string> = {};
    runInNewContext(script, {
      document: { documentElement: { dataset } },
      localStorage: { getItem: stored },
    });
    return dataset;
  };

  test("the page gets what the controls will show", () => {
    expect(run(() => '{"theme":"dark","projector":true}')).toEqual({
      script: "",
      theme: "dark",
      projector: "",
    });
    expect(run(() => null)).toEqual({ script: "" });
  });

  test.each(["{", "null", '{"theme":"pink"}'])("%j does no harm", (text) => {
    expect(run(() => text)).toEqual({ script: "" });
  });

  test("closed storage does no harm", () => {
    const closed = () => {
      throw new Error("SecurityError");
    };
    expect(run(closed)).toEqual({ script: "" });
  });
});
