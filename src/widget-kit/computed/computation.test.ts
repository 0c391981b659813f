import { describe, expect, test, vi } from "vitest";
import type {
  Compute,
  ComputeStatus,
  RenderRequest,
  RenderResult,
  RunOptions,
  Timed,
} from "../../compute/types";
import { idleEngine, type EngineSource } from "../engine-source";
import { createComputation, type Answer } from "./computation";

function question(limit: number): RenderRequest {
  const input = { shape: [1, 1, 1, 1], data: Float32Array.of(1) };
  const scale = { kind: "signed", limit } as const;
  const views = [{ key: "out", plane: { of: "output", outChannel: 0 }, scale }] as const;
  return { job: "render", conv: { input, weights: input }, views };
}

/** An engine whose answers are given by hand. */
function handEngine() {
  const runs: {
    readonly request: RenderRequest;
    readonly options: RunOptions;
    readonly answer: () => { readonly close: ReturnType<typeof vi.fn> };
    readonly fail: (error: unknown) => void;
  }[] = [];
  const run = (request: RenderRequest, options: RunOptions) =>
    new Promise<RenderResult & Timed>((resolve, reject) => {
      const answer = () => {
        const close = vi.fn();
        const bitmap = { width: 1, height: 1, close } as unknown as ImageBitmap;
        const range = {
          min: 0,
          max: 0,
          nan: 0,
          positiveInfinity: 0,
          negativeInfinity: 0,
          peakAt: 0,
        };
        const pictures = { out: { width: 1, height: 1, bitmap, range, limit: 1 } };
        resolve({ job: "render", pictures, milliseconds: 3, tier: "wasm", epoch: 0 });
        return { close };
      };
      runs.push({ request, options, answer, fail: reject });
    });
  const compute = { run } as unknown as Compute;
  let status: ComputeStatus | null = null;
  const engine: EngineSource = {
    ...idleEngine(),
    compute: async () => compute,
    status: () => status,
  };
  const stand = (state: ComputeStatus["state"], epoch: number) => {
    status = { state, epoch } as ComputeStatus;
  };
  return { engine, runs, stand };
}

const settled = () => new Promise((done) => setTimeout(done));

/** A conversation whose page draws each answer at once. */
async function conversation(impatient = false) {
  const { engine, runs, stand } = handEngine();
  const computation = createComputation(engine, "bench", impatient);
  computation.subscribe(() => computation.shown(computation.current().result));
  const ask = async (limit: number) => {
    computation.ask(question(limit), 0);
    await settled();
  };
  return { computation, runs, stand, ask };
}

describe("a computation", () => {
  test("is idle, then pending, then ready with its milliseconds", async () => {
    const { computation, runs, ask } = await conversation();
    expect(computation.current().status).toBe("idle");
    await ask(1);
    expect(computation.current()).toEqual({ status: "pending", result: null });
    expect(runs[0]!.options).toMatchObject({ lane: "bench", priority: 0 });
    runs[0]!.answer();
    await settled();
    expect(computation.current()).toMatchObject({ status: "ready", milliseconds: 3 });
  });

  test("keeps the last good answer while a newer one is pending", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    const first = runs[0]!.answer();
    await settled();
    const { result } = computation.current();
    await ask(2);
    expect(computation.current()).toEqual({ status: "pending", result });
    expect(first.close).not.toHaveBeenCalled();
    runs[1]!.answer();
    await settled();
    expect(first.close).toHaveBeenCalledTimes(1);
  });

  test("keeps a replaced answer's bitmaps until the newer one is on screen", async () => {
    const { engine, runs } = handEngine();
    const computation = createComputation(engine, "bench");
    const closes = [];
    for (const limit of [1, 2, 3]) {
      computation.ask(question(limit), 0);
      await settled();
      closes.push(runs.at(-1)!.answer().close);
      await settled();
    }
    const [one, two, three] = closes;
    expect(one).not.toHaveBeenCalled();
    computation.shown(computation.current().result);
    computation.shown(computation.current().result);
    expect([one, two, three].map((close) => close!.mock.calls.length)).toEqual([1, 1, 0]);
  });

  test("shows what was begun before, while the newest is still pending", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    await ask(2);
    const begun = runs[0]!.answer();
    await settled();
    expect(computation.current()).toMatchObject({ status: "pending", result: { job: "render" } });
    runs[1]!.answer();
    await settled();
    expect(computation.current().status).toBe("ready");
    expect(begun.close).toHaveBeenCalledTimes(1);
  });

  test("calls off what was begun before where it is impatient, and is at peace with it", async () => {
    const { computation, runs, ask } = await conversation(true);
    await ask(1);
    await ask(2);
    expect(runs.map(({ options }) => options.signal!.aborted)).toEqual([true, false]);
    const { close } = runs[0]!.answer();
    await settled();
    expect(computation.current()).toEqual({ status: "pending", result: null });
    expect(close).toHaveBeenCalledTimes(1);
    runs[1]!.answer();
    await settled();
    expect(computation.current().status).toBe("ready");
  });

  test("never goes back: an answer overtaken by a newer one is closed unseen, once", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    await ask(2);
    runs[1]!.answer();
    await settled();
    const { result } = computation.current();
    const late = runs[0]!.answer();
    await settled();
    expect(late.close).toHaveBeenCalledTimes(1);
    expect(computation.current()).toMatchObject({ status: "ready", result });
  });

  test("stays failed when an older answer comes in late, and shows it", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    await ask(2);
    runs[1]!.fail(new Error("too dear"));
    await settled();
    runs[0]!.answer();
    await settled();
    expect(computation.current()).toMatchObject({ status: "failed", result: { job: "render" } });
  });

  test("does not ask the same twice, pending or answered", async () => {
    const { runs, ask } = await conversation();
    await ask(1);
    await ask(1);
    runs[0]!.answer();
    await settled();
    await ask(1);
    expect(runs).toHaveLength(1);
  });

  test("goes back to the last answer without asking, when the reader does", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    const kept = runs[0]!.answer();
    await settled();
    await ask(2);
    await ask(1);
    expect(computation.current().status).toBe("ready");
    const late = runs[1]!.answer();
    await settled();
    expect(late.close).toHaveBeenCalledTimes(1);
    expect(kept.close).not.toHaveBeenCalled();
    expect(runs).toHaveLength(2);
  });

  test("fails with the last answer kept, and can be asked again", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    runs[0]!.answer();
    await settled();
    const { result } = computation.current();
    await ask(2);
    const error = new Error("The kernel does not fit.");
    runs[1]!.fail(error);
    await settled();
    expect(computation.current()).toEqual({ status: "failed", result, error });
    computation.retry();
    await settled();
    runs[2]!.answer();
    await settled();
    expect(computation.current().status).toBe("ready");
    expect(runs[2]!.request).toEqual(question(2));
  });

  test("shows what a long answer has come to, and is pending until it is whole", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    const whole = runs[0]!.answer();
    await settled();
    const { result } = computation.current();
    await ask(2);
    const part = { ...result } as Answer;
    runs[1]!.options.onPart!(part);
    expect(computation.current()).toEqual({ status: "pending", result: part });
    expect(computation.current().result).toBe(part);
    expect(whole.close).not.toHaveBeenCalled();
    runs[1]!.answer();
    await settled();
    expect(computation.current().status).toBe("ready");
    expect(whole.close).toHaveBeenCalledTimes(1);
  });

  test("shows no part of a question that is not the newest, nor after it is forgotten", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    runs[0]!.answer();
    await settled();
    const { result } = computation.current();
    const part = { ...result } as Answer;
    await ask(2);
    runs[1]!.options.onPart!(part);
    await ask(3);
    expect(computation.current()).toEqual({ status: "pending", result });
    expect(computation.current().result).toBe(result);
    runs[1]!.options.onPart!(part);
    expect(computation.current().result).toBe(result);
    await ask(1);
    runs[2]!.options.onPart!(part);
    expect(computation.current().status).toBe("ready");
    expect(computation.current().result).toBe(result);
  });

  test("hears nothing of questions that a newer one replaced", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    await ask(2);
    runs[0]!.fail(new Error("A newer request took its place."));
    await settled();
    expect(computation.current().status).toBe("pending");
  });

  test("an engine that cannot be loaded is a failure, and the next try may work", async () => {
    const { engine, runs } = handEngine();
    const compute = vi.fn(engine.compute).mockRejectedValueOnce(new Error("no network"));
    const computation = createComputation({ ...engine, compute }, "bench");
    computation.ask(question(1), 0);
    await settled();
    expect(computation.current()).toMatchObject({ status: "failed", result: null });
    computation.retry();
    await settled();
    expect(runs).toHaveLength(1);
  });

  test("asked for nothing while pending, it forgets the question and keeps the answer", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    runs[0]!.answer();
    await settled();
    await ask(2);
    computation.ask(null, 0);
    expect(computation.current().status).toBe("ready");
    expect(runs[1]!.options.signal!.aborted).toBe(true);
  });

  test("after dispose everything it held or still gets is closed once, and nothing is asked", async () => {
    const { computation, runs, ask } = await conversation();
    await ask(1);
    const shown = runs[0]!.answer();
    await settled();
    await ask(2);
    computation.dispose();
    computation.dispose();
    const late = runs[1]!.answer();
    await ask(3);
    expect(shown.close).toHaveBeenCalledTimes(1);
    expect(late.close).toHaveBeenCalledTimes(1);
    expect(runs).toHaveLength(2);
  });
});

test("a storm of 1,000 questions leaves one open bitmap, of the last answer", async () => {
  const { computation, runs, ask } = await conversation();
  const closes: ReturnType<typeof vi.fn>[] = [];
  for (let i = 1; i <= 1000; i++) {
    computation.ask(question(i), 0);
    if (i % 7 === 0) {
      await settled();
      closes.push(...runs.splice(0).map((one) => one.answer().close));
      await settled();
    }
  }
  await ask(1001);
  closes.push(...runs.splice(0).map((one) => one.answer().close));
  await settled();
  const counts = closes.map((close) => close.mock.calls.length);
  expect(counts.slice(0, -1).every((count) => count === 1)).toBe(true);
  expect(counts.at(-1)).toBe(0);
  const last = computation.current().result as Answer | null;
  expect(last?.job).toBe("render");
});

describe("after the device has gone", () => {
  test("the same question is asked again, once, when another device serves", async () => {
    const { computation, runs, stand, ask } = await conversation();
    stand("ready", 0);
    await ask(1);
    const first = runs[0]!.answer();
    await settled();
    stand("recovering", 1);
    await ask(1);
    expect(runs).toHaveLength(1);
    stand("ready", 1);
    await ask(1);
    await ask(1);
    expect(runs).toHaveLength(2);
    expect(computation.current().status).toBe("pending");
    expect(first.close).not.toHaveBeenCalled();
    runs[1]!.answer();
    await settled();
    expect(computation.current().status).toBe("ready");
    expect(first.close).toHaveBeenCalledTimes(1);
    await ask(1);
    expect(runs).toHaveLength(2);
  });

  test("a question that was under way is left to the engine", async () => {
    const { runs, stand, ask } = await conversation();
    stand("ready", 0);
    await ask(1);
    stand("ready", 1);
    await ask(1);
    runs[0]!.answer();
    await settled();
    await ask(1);
    expect(runs).toHaveLength(1);
  });

  test("a newer question wins over the one that is asked again", async () => {
    const { computation, runs, stand, ask } = await conversation();
    stand("ready", 0);
    await ask(1);
    runs[0]!.answer();
    await settled();
    stand("ready", 1);
    await ask(1);
    await ask(2);
    runs[2]!.answer();
    await settled();
    const { result } = computation.current();
    const late = runs[1]!.answer();
    await settled();
    expect(computation.current()).toMatchObject({ status: "ready", result });
    expect(late.close).toHaveBeenCalledTimes(1);
  });

  test("a question that failed with it is put to the next", async () => {
    const { computation, runs, stand, ask } = await conversation();
    stand("ready", 0);
    await ask(1);
    runs[0]!.fail(new Error("lost"));
    await settled();
    await ask(1);
    expect(runs).toHaveLength(1);
    stand("ready", 2);
    await ask(1);
    runs[1]!.answer();
    await settled();
    expect(computation.current().status).toBe("ready");
  });
});
