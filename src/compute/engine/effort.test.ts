import { afterEach, describe, expect, it, vi } from "vitest";
import { DeviceLostError } from "../errors";
import { createTurns } from "../worker/turns";
import { createAttempt } from "./effort";
import { pause, within } from "./within";

const turn = createTurns();

describe("an attempt", () => {
  it("lets the event loop turn and tells that work goes on at every breath", async () => {
    let told = 0;
    let renewed = 0;
    const calledOff = new AbortController();
    const attempt = createAttempt({ signal: calledOff.signal, alive: () => told++ }, turn);
    attempt.signs(() => renewed++);
    let turned = false;
    setTimeout(() => (turned = true), 0);
    while (!turned) await attempt.breathe();
    expect(told).toBeGreaterThan(0);
    expect(renewed).toBe(told);
  });

  it("stops when it is called off, with the reason given", async () => {
    const calledOff = new AbortController();
    const attempt = createAttempt({ signal: calledOff.signal, alive: () => {} }, turn);
    calledOff.abort(new Error("not wanted"));
    await expect(attempt.breathe()).rejects.toThrow("not wanted");
  });

  it("stops when its device has been given up", async () => {
    const { signal } = new AbortController();
    const attempt = createAttempt({ signal, alive: () => {} }, turn);
    attempt.end();
    await expect(attempt.breathe()).rejects.toBeInstanceOf(DeviceLostError);
  });
});

describe("waiting for work that shows signs of life", () => {
  afterEach(() => vi.useRealTimers());

  it("goes on as long as it does, and no longer", async () => {
    vi.useFakeTimers();
    let again = () => {};
    const work = (async () => {
      for (let round = 0; round < 6; round++) {
        await pause(40);
        again();
      }
      return "done";
    })();
    const outcome = within(work, 100, (callBack) => (again = callBack));
    await vi.advanceTimersByTimeAsync(240);
    expect(await outcome).toEqual({ kind: "value", value: "done" });
    const silent = within(pause(300), 100, (callBack) => (again = callBack));
    again();
    await vi.advanceTimersByTimeAsync(100);
    expect(await silent).toEqual({ kind: "late" });
  });
});
