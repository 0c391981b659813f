import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { WebglProbe } from "../device/probe";
import { DeviceLostError, UnsupportedOpError } from "../errors";
import type { Compute, ComputeOptions } from "../types";
import type { Connect } from "../worker/link";
import { threadLink } from "../worker/thread-link";
import { openClient } from "./compute-client";
import { fakeSource, hardware, numbered, software, type FakeSource } from "./fake-devices";

const absent: WebglProbe = { usable: false, reason: "there is no WebGL 2" };

/** Workers that live in this thread, with everything that can go wrong with one. */
function fakeWorkers(source: FakeSource, watched = true) {
  const workers = {
    started: 0,
    blocked: false,
    /** Ends the newest worker without a word, as a crash does. */
    kill: () => {},
    /** Lets the newest worker live but hear nothing any more. */
    deafen: () => {},
    connect: (async (listener) => {
      if (workers.blocked) throw new Error("blocked by policy");
      workers.started++;
      let alive = true;
      let deaf = false;
      const link = await threadLink(source)({
        message: (message) => alive && listener.message(message),
        died: () => {},
      });
      workers.kill = () => {
        alive = false;
        link.close();
        if (watched) listener.died();
      };
      workers.deafen = () => (deaf = true);
      return {
        ...link,
        worker: true,
        watched,
        post: (message, transfer) => {
          if (alive && !deaf) link.post(message, transfer);
        },
        close: () => {
          alive = false;
          link.close();
        },
      };
    }) as Connect,
  };
  return workers;
}

/** What a promise has come to; null while it is pending. */
function sofar<T>(promise: Promise<T>): Promise<T | null> {
  return Promise.race([promise, Promise.resolve(null)]);
}

const open: Compute[] = [];

interface World {
  readonly workers: ReturnType<typeof fakeWorkers>;
  readonly inWorker: FakeSource;
  readonly onPage: FakeSource;
}

function world(inWorker = hardware, onPage = hardware, watched = true): World {
  const source = fakeSource(inWorker);
  return { inWorker: source, onPage: fakeSource(onPage), workers: fakeWorkers(source, watched) };
}

async function start({ workers, onPage }: World, options?: ComputeOptions): Promise<Compute> {
  const places = {
    worker: workers.connect,
    thread: threadLink(onPage),
    probeHere: async () => onPage.webgl,
  };
  const opening = openClient(places, options);
  opening.catch(() => {});
  await vi.advanceTimersByTimeAsync(1_000);
  const compute = await opening;
  open.push(compute);
  return compute;
}

describe("the session with its engines", () => {
  beforeAll(() => import("./engine"));
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    for (const compute of open.splice(0)) void compute.dispose();
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
  });

  test("puts the engine into a worker and loads nothing on the page", async () => {
    const here = world();
    const compute = await start(here);
    expect(compute.status()).toMatchObject({ worker: true, tier: "webgl-f32" });
    expect(here.onPage.made).toEqual([]);
  });

  test("falls back to the page's own thread when workers are blocked", async () => {
    const here = world();
    here.workers.blocked = true;
    const compute = await start(here);
    expect(compute.status()).toMatchObject({ worker: false, tier: "webgl-f32" });
  });

  test("moves to the page's own thread when only that has WebGL", async () => {
    const here = world(absent);
    const compute = await start(here);
    expect(compute.status()).toMatchObject({ worker: false, tier: "webgl-f32" });
    expect(compute.status().notice).toBeUndefined();
    expect(here.inWorker.last().disposed).toBe(true);
  });

  test("stays in the worker when the page's thread would draw by software", async () => {
    const here = world(absent, software);
    const compute = await start(here);
    expect(compute.status()).toMatchObject({ worker: true, tier: "wasm" });
    expect(compute.status().notice).toMatch(/no WebGL/);
  });

  test("refuses a tier that neither thread has", async () => {
    await expect(start(world(absent, absent), { tier: "webgl-f32" })).rejects.toThrow(
      UnsupportedOpError,
    );
  });

  test("starts another worker when one dies and has everything done by it", async () => {
    const here = world();
    const compute = await start(here);
    here.inWorker.last().delay = 50;
    const answers = Promise.all([1, 2, 3].map((n) => compute.run(numbered(n))));
    await vi.advanceTimersByTimeAsync(60);
    here.workers.kill();
    expect(compute.status()).toMatchObject({ state: "recovering", epoch: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    const done = await answers;
    expect(done.map(({ output }) => output.data[0])).toEqual([1, 2, 3]);
    expect(done.map(({ epoch }) => epoch)).toEqual([0, 1, 1]);
    expect(compute.status()).toMatchObject({ state: "ready", worker: true });
  });

  test("gives up on workers after the sixth death in ten minutes", async () => {
    const here = world();
    const compute = await start(here);
    for (let death = 1; death <= 6; death++) {
      expect(compute.status().worker).toBe(true);
      here.workers.kill();
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(compute.status()).toMatchObject({ worker: false, state: "ready", epoch: 6 });
    expect(here.workers.started).toBe(6);
    const answer = compute.run(numbered(8));
    await vi.advanceTimersByTimeAsync(100);
    expect((await answer).output.data[0]).toBe(8);
  });

  test("rejects what waits when no engine comes back within 6 s", async () => {
    const here = world();
    const compute = await start(here);
    here.inWorker.makers.webgl = () => new Promise(() => {});
    here.workers.kill();
    const answers = [1, 2].map((n) => compute.run(numbered(n)).catch((error: unknown) => error));
    await vi.advanceTimersByTimeAsync(6_000);
    for (const answer of answers) expect(await sofar(answer)).toBeInstanceOf(DeviceLostError);
  });

  test("ends a worker that goes deaf, and the request within 6 s", async () => {
    const here = world();
    const compute = await start(here);
    here.workers.deafen();
    const answer = compute.run(numbered(1)).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await sofar(answer)).toBeInstanceOf(DeviceLostError);
    const next = compute.run(numbered(2));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await next).toMatchObject({ epoch: 1 });
  });

  test("takes silence for death where there are no locks, and asks another worker", async () => {
    const here = world(hardware, hardware, false);
    const compute = await start(here, { tier: "cpu" });
    here.workers.kill();
    const answer = compute.run(numbered(1));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await sofar(answer)).toMatchObject({ epoch: 1, tier: "cpu" });
    expect(here.workers.started).toBe(2);
  });
});
