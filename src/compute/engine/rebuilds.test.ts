import { expect, test } from "vitest";
import { BACKOFF, createRebuilds, ROW, WINDOW } from "./rebuilds";

test("waits grow from rebuild to rebuild, and the fourth within ten minutes is refused", () => {
  const rebuilds = createRebuilds();
  const losses = [0, ROW, 2 * ROW, 3 * ROW];
  expect(losses.map((now) => rebuilds.next(now))).toEqual([...BACKOFF, null]);
});

test("the third loss in a row is refused at once", () => {
  const rebuilds = createRebuilds();
  expect([0, 2_000, 6_000].map((now) => rebuilds.next(now))).toEqual([250, 1_500, null]);
});

test("a rebuild is forgotten after ten minutes", () => {
  const rebuilds = createRebuilds();
  for (const now of [0, ROW, 2 * ROW]) rebuilds.next(now);
  expect(rebuilds.next(WINDOW - 1)).toBeNull();
  expect(rebuilds.next(WINDOW + 1)).toBe(BACKOFF[2]);
});
