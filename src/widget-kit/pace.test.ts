import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPace } from "./pace";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a burst runs once, with its last value", () => {
  const run = vi.fn();
  const pace = createPace(run, { delay: 100, interval: 300 });
  for (const value of [1, 2, 3]) pace.call(value);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(run.mock.calls).toEqual([[3]]);
});

test("a storm of 1,000 calls in 2 s runs at most once an interval, and ends with the last", () => {
  const run = vi.fn();
  const pace = createPace(run, { delay: 100, interval: 300 });
  for (let i = 0; i < 1000; i++) {
    pace.call(i);
    vi.advanceTimersByTime(2);
  }
  vi.advanceTimersByTime(300);
  expect(run.mock.calls.length).toBeLessThanOrEqual(8);
  expect(run).toHaveBeenLastCalledWith(999);
});

test("what waits can be run at once, or forgotten", () => {
  const run = vi.fn();
  const pace = createPace(run, { delay: 100, interval: 300 });
  pace.call("a");
  pace.flush();
  pace.call("b");
  pace.cancel();
  pace.flush();
  vi.advanceTimersByTime(1000);
  expect(run.mock.calls).toEqual([["a"]]);
  expect(vi.getTimerCount()).toBe(0);
});
