import { expect, test } from "vitest";
import { readNumber } from "./read-number";

const real = { min: -10, max: 10, step: 0.1 };
const whole = { min: 1, max: 8, step: 1 };

test.each([
  ["0.5", 0.5],
  ["−2", -2],
  ["1/9", 1 / 9],
  ["1e-3", 0.001],
  ["10", 10],
])("“%s” is %d", (text, value) => {
  expect(readNumber(text, real)).toEqual({ kind: "value", value });
});

test.each(["", "-", "−", ".", "-.", "1e", "1e-", "1/"])(
  "“%s” is the beginning of a number",
  (text) => {
    expect(readNumber(text, real).kind).toBe("unfinished");
  },
);

test.each([
  ["abc", "“abc” is not a number."],
  ["1e999", "“1e999” is beyond what 32-bit numbers hold (±3.4e38)."],
  ["11", "Must be from −10 to 10."],
])("“%s” is refused: %s", (text, reason) => {
  expect(readNumber(text, real)).toEqual({ kind: "bad", reason });
});

test("a fraction is refused where only whole numbers fit", () => {
  expect(readNumber("2.5", whole)).toEqual({ kind: "bad", reason: "Only whole numbers fit here." });
});

test("a range with one end names that end", () => {
  const reason = (text: string, min: number, max: number) => {
    const typed = readNumber(text, { min, max, step: 1 });
    return typed.kind === "bad" && typed.reason;
  };
  expect(reason("-1", 0, Infinity)).toBe("Must be at least 0.");
  expect(reason("1", -Infinity, 0)).toBe("Must be at most 0.");
});
