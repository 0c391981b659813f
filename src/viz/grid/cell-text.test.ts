import { describe, expect, it } from "vitest";
import { allShort, cellText } from "./cell-text";

describe("cell text", () => {
  it("keeps what fits and drops digits before it takes an exponent", () => {
    expect(cellText(0.2878, 3)).toBe("0.2878");
    expect(cellText(-0.2878, 3)).toBe("−0.288");
    expect(cellText(-0.00123456, 3)).toBe("−1e−3");
    expect(cellText(-0.01234, 3)).toBe("−0.012");
    expect(cellText(3e38, 3)).toBe("3e38");
    expect(cellText(-12345678, 3)).toBe("−1.2e7");
  });

  it("five columns and more have room for two digits", () => {
    expect(cellText(0.0416, 5)).toBe(".04");
    expect(cellText(-0.5, 7)).toBe("−.50");
    expect(cellText(-1, 7)).toBe("−1");
    expect(cellText(0, 7)).toBe("0");
    expect(cellText(12.7, 5)).toBe("13");
  });

  it("what is no finite number is named", () => {
    expect(cellText(NaN, 3)).toBe("NaN");
    expect(cellText(-Infinity, 7)).toBe("−∞");
  });

  it("a grid is short when its longest number is", () => {
    expect(allShort([-1, 0, 0.5], 3)).toBe(true);
    expect(allShort([-1, 0.1111], 3)).toBe(false);
  });
});
