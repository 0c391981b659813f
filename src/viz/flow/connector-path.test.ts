import { describe, expect, it } from "vitest";
import { connectorPath } from "./connector-path";

describe("connector path", () => {
  it("three rows merge in the middle row", () => {
    expect(connectorPath("merge", 0, 3)).toBe("M0 50C55 50 45 150 100 150");
    expect(connectorPath("merge", 1, 3)).toBe("M0 150H100");
    expect(connectorPath("merge", 2, 3)).toBe("M0 250C55 250 45 150 100 150");
  });

  it("a split is a merge the other way round", () => {
    expect(connectorPath("split", 0, 2)).toBe("M0 100C55 100 45 50 100 50");
  });

  it("one row goes straight through", () => {
    expect(connectorPath("merge", 0, 1)).toBe("M0 50H100");
    expect(connectorPath("line", 0, 1)).toBe("M0 50H100");
  });
});
