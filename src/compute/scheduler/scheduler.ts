/** Work for one device: one task at a time, the dearest to the reader first. */
export interface Task {
  /** Higher runs first; equal ones in the order they came. */
  readonly priority: number;
  /** Tasks of one lane replace each other while they wait. */
  readonly lane?: string;
  /** Does the work and delivers it; never rejects. */
  run(): Promise<void>;
  /** Told that a newer task of its lane took its place. */
  superseded(): void;
}

export interface Scheduler {
  add(task: Task): void;
  /** Takes a waiting task out; false when it is not waiting. */
  remove(task: Task): boolean;
  /** Takes all waiting tasks out. */
  clear(): readonly Task[];
  /** Starts nothing more; resolves when nothing runs. */
  pause(): Promise<void>;
  resume(): void;
}

/**
 * Least time between two starts of one lane, in milliseconds: one picture a frame of a 60 Hz screen.
 * A dragged slider sends several values a frame, and only the last of them is ever seen.
 */
export const LANE_INTERVAL = 17;

interface Place {
  readonly task: Task;
  readonly order: number;
}

export function createScheduler(): Scheduler {
  const waiting = new Map<Task, Place>();
  const byLane = new Map<string, Place>();
  /** When a lane may start again; lanes that may start now are absent. */
  const gates = new Map<string, number>();
  let order = 0;
  let running = false;
  let paused = false;
  let idle: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function add(task: Task): void {
    const replaced = task.lane === undefined ? undefined : byLane.get(task.lane);
    if (replaced) waiting.delete(replaced.task);
    // The newcomer inherits the place, else a lane that is replaced often would never get its turn.
    const place = { task, order: replaced?.order ?? order++ };
    waiting.set(task, place);
    if (task.lane !== undefined) byLane.set(task.lane, place);
    replaced?.task.superseded();
    advance();
  }

  function take(task: Task): boolean {
    if (!waiting.delete(task)) return false;
    if (task.lane !== undefined) byLane.delete(task.lane);
    return true;
  }

  function gateOf(task: Task): number {
    return task.lane === undefined ? 0 : (gates.get(task.lane) ?? 0);
  }

  /** The task to start now, or the time until one may start. */
  function choose(now: number): Task | number {
    let best: Place | undefined;
    let soonest = Infinity;
    for (const place of waiting.values()) {
      const gate = gateOf(place.task);
      if (gate > now) soonest = Math.min(soonest, gate - now);
      else if (!best || isBefore(place, best)) best = place;
    }
    return best?.task ?? soonest;
  }

  function advance(): void {
    clearTimeout(timer);
    if (running || paused || waiting.size === 0) return;
    const now = performance.now();
    for (const [lane, gate] of gates) if (gate <= now) gates.delete(lane);
    const choice = choose(now);
    if (typeof choice === "number") timer = setTimeout(advance, Math.ceil(choice));
    else start(choice, now);
  }

  function start(task: Task, now: number): void {
    take(task);
    if (task.lane !== undefined) gates.set(task.lane, now + LANE_INTERVAL);
    running = true;
    void task.run().finally(() => {
      running = false;
      for (const settle of idle) settle();
      idle = [];
      advance();
    });
  }

  return {
    add,
    remove: take,
    clear() {
      const tasks = [...waiting.keys()];
      waiting.clear();
      byLane.clear();
      clearTimeout(timer);
      return tasks;
    },
    pause() {
      paused = true;
      return running ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve();
    },
    resume() {
      paused = false;
      advance();
    },
  };
}

function isBefore(a: Place, b: Place): boolean {
  return a.task.priority === b.task.priority
    ? a.order < b.order
    : a.task.priority > b.task.priority;
}
