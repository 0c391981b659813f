import { expect, test } from "vitest";
import { BACKOFF, createRebuilds, WINDOW } from "./rebuilds";

test("waits grow from rebuild to rebuild, and the fourth within ten minutes is refused", () => {
  const rebuilds = createRebuilds();
  expect([0, 1_000, 2_000, 3_000].map((now) => rebuilds.next(now))).toEqual([...BACKOFF, null]);
});

test("a rebuild is forgotten after ten minutes", () => {
  const rebuilds = createRebuilds();
  for (const now of [0, 1, 2]) rebuilds.next(now);
  expect(rebuilds.next(WINDOW - 1)).toBeNull();
  expect(rebuilds.next(WINDOW + 1)).toBe(BACKOFF[1]);
});
