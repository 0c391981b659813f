import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createScheduler, LANE_INTERVAL, type Scheduler, type Task } from "./scheduler";

interface Recorder {
  readonly started: string[];
  readonly replaced: string[];
  task(name: string, options?: { priority?: number; lane?: string }): Task;
}

/** Tasks that take `milliseconds` each and write down what happens to them. */
function recorder(milliseconds: number): Recorder {
  const started: string[] = [];
  const replaced: string[] = [];
  return {
    started,
    replaced,
    task: (name, { priority = 0, lane } = {}) => ({
      priority,
      ...(lane === undefined ? {} : { lane }),
      run() {
        started.push(name);
        return new Promise((resolve) => setTimeout(resolve, milliseconds));
      },
      superseded: () => void replaced.push(name),
    }),
  };
}

describe("scheduler", () => {
  let scheduler: Scheduler;

  beforeEach(() => {
    vi.useFakeTimers();
    scheduler = createScheduler();
  });
  afterEach(() => void vi.useRealTimers());

  test("runs one task at a time, in the order they came", async () => {
    const { started, task } = recorder(10);
    for (const name of ["a", "b", "c"]) scheduler.add(task(name));
    expect(started).toEqual(["a"]);
    await vi.advanceTimersByTimeAsync(10);
    expect(started).toEqual(["a", "b"]);
    await vi.advanceTimersByTimeAsync(10);
    expect(started).toEqual(["a", "b", "c"]);
  });

  test("runs the highest priority first", async () => {
    const { started, task } = recorder(10);
    scheduler.add(task("running"));
    scheduler.add(task("low"));
    scheduler.add(task("high", { priority: 1 }));
    await vi.runAllTimersAsync();
    expect(started).toEqual(["running", "high", "low"]);
  });

  test("keeps one running and one waiting task a lane, and the newest wins", async () => {
    const { started, replaced, task } = recorder(10);
    for (const name of ["a", "b", "c", "d"]) scheduler.add(task(name, { lane: "slider" }));
    expect(replaced).toEqual(["b", "c"]);
    await vi.runAllTimersAsync();
    expect(started).toEqual(["a", "d"]);
  });

  test("lets a newer task of a lane keep the place of the one it replaces", async () => {
    const { started, task } = recorder(10);
    scheduler.add(task("running"));
    scheduler.add(task("old", { lane: "slider" }));
    scheduler.add(task("other"));
    scheduler.add(task("new", { lane: "slider" }));
    await vi.runAllTimersAsync();
    expect(started).toEqual(["running", "new", "other"]);
  });

  test("starts a lane once a frame at most and gives the time between to others", async () => {
    const { started, task } = recorder(1);
    scheduler.add(task("a", { lane: "slider" }));
    await vi.advanceTimersByTimeAsync(2);
    scheduler.add(task("b", { lane: "slider" }));
    scheduler.add(task("other"));
    expect(started).toEqual(["a", "other"]);
    await vi.advanceTimersByTimeAsync(LANE_INTERVAL - 3);
    expect(started).toEqual(["a", "other"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(started).toEqual(["a", "other", "b"]);
  });

  test("starts at most 120 of 1,000 tasks that a slider asks for in 2 s, and the last always", async () => {
    const { started, replaced, task } = recorder(15);
    for (let event = 0; event < 1_000; event++) {
      scheduler.add(task(`value ${event}`, { lane: "slider" }));
      await vi.advanceTimersByTimeAsync(2);
    }
    await vi.advanceTimersByTimeAsync(2 * LANE_INTERVAL);
    expect(started.length).toBeLessThanOrEqual(120);
    expect(started.length).toBeGreaterThan(100);
    expect(started.at(-1)).toBe("value 999");
    expect(started.length + replaced.length).toBe(1_000);
  });

  test("takes a waiting task out, but not a running one", async () => {
    const { started, task } = recorder(10);
    const [running, waiting] = [task("running"), task("waiting", { lane: "slider" })];
    scheduler.add(running);
    scheduler.add(waiting);
    expect(scheduler.remove(running)).toBe(false);
    expect(scheduler.remove(waiting)).toBe(true);
    scheduler.add(task("next", { lane: "slider" }));
    await vi.runAllTimersAsync();
    expect(started).toEqual(["running", "next"]);
  });

  test("pauses when the running task is done and goes on after that", async () => {
    const { started, task } = recorder(10);
    scheduler.add(task("a"));
    scheduler.add(task("b"));
    let idle = false;
    void scheduler.pause().then(() => (idle = true));
    await vi.advanceTimersByTimeAsync(9);
    expect(idle).toBe(false);
    await vi.advanceTimersByTimeAsync(50);
    expect(idle).toBe(true);
    expect(started).toEqual(["a"]);
    scheduler.resume();
    expect(started).toEqual(["a", "b"]);
  });

  test("gives all waiting tasks back when cleared", async () => {
    const { started, task } = recorder(10);
    const tasks = ["a", "b", "c"].map((name) => task(name));
    for (const each of tasks) scheduler.add(each);
    expect(scheduler.clear()).toEqual(tasks.slice(1));
    await vi.runAllTimersAsync();
    expect(started).toEqual(["a"]);
  });
});
