import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFrameQueue } from "./frame-queue";

const FRAME = 16;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run, FRAME));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function watched() {
  const apply = vi.fn<(changes: readonly number[], inFrame: boolean) => void>();
  return { apply, queue: createFrameQueue(apply) };
}

test("a single change is applied at once, and again after a pause", () => {
  const { apply, queue } = watched();
  queue.add(1);
  expect(apply.mock.calls).toEqual([[[1], false]]);
  vi.advanceTimersByTime(50);
  queue.add(2);
  expect(apply.mock.calls.at(-1)).toEqual([[2], false]);
  expect(apply).toHaveBeenCalledTimes(2);
});

test("changes of one frame are applied together, in their order", () => {
  const { apply, queue } = watched();
  for (const change of [1, 2, 3]) queue.add(change);
  vi.advanceTimersByTime(FRAME);
  expect(apply.mock.calls).toEqual([
    [[1], false],
    [[2, 3], true],
  ]);
});

test("a storm is applied once a frame, and loses nothing", () => {
  const { apply, queue } = watched();
  for (let change = 0; change < 1000; change++) {
    queue.add(change);
    vi.advanceTimersByTime(2);
  }
  vi.advanceTimersByTime(50);
  expect(apply.mock.calls.length).toBeLessThanOrEqual(2000 / 16 + 2);
  expect(apply.mock.calls.flatMap(([changes]) => changes)).toEqual(
    Array.from({ length: 1000 }, (_, change) => change),
  );
});

test("a tab without frames is not waited for", () => {
  vi.stubGlobal("requestAnimationFrame", () => 1);
  const { apply, queue } = watched();
  queue.add(1);
  queue.add(2);
  vi.advanceTimersByTime(300);
  expect(apply.mock.calls.at(-1)).toEqual([[2], true]);
});

test("what waits is applied on demand, or forgotten", () => {
  const { apply, queue } = watched();
  queue.add(1);
  queue.add(2);
  queue.flush();
  expect(apply.mock.calls.at(-1)).toEqual([[2], true]);
  queue.add(3);
  queue.cancel();
  vi.advanceTimersByTime(500);
  expect(apply).toHaveBeenCalledTimes(2);
});

test("a change made by a change comes with the frame after", () => {
  const seen: number[] = [];
  const queue = createFrameQueue<number>((changes) => {
    seen.push(...changes);
    if (seen.length < 3) queue.add(seen.length + 1);
  });
  queue.add(1);
  expect(seen).toEqual([1]);
  vi.advanceTimersByTime(FRAME);
  expect(seen).toEqual([1, 2]);
  vi.advanceTimersByTime(FRAME);
  expect(seen).toEqual([1, 2, 3]);
});
