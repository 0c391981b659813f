import { describe, expect, it } from "vitest";
import { scanTick } from "./scan-clock";

describe("scan tick", () => {
  it("no step is due before its time", () => {
    expect(scanTick(1000, 1249, 4)).toEqual({ steps: 0, since: 1000 });
    expect(scanTick(1000, 1250, 4)).toEqual({ steps: 1, since: 1250 });
  });

  it("fast scans take several steps a frame and keep the rest", () => {
    expect(scanTick(0, 17, 200)).toEqual({ steps: 3, since: 15 });
  });

  it("the steps of one second add up to the speed at any frame rate", () => {
    for (const frame of [7, 16.7, 100]) {
      let since = 0;
      let taken = 0;
      for (let now = frame; now <= 1000; now += frame) {
        const tick = scanTick(since, now, 16);
        taken += tick.steps;
        since = tick.since;
      }
      expect(taken).toBeGreaterThanOrEqual(15);
      expect(taken).toBeLessThanOrEqual(16);
    }
  });

  it("a tab that slept goes on with one step", () => {
    expect(scanTick(0, 60_000, 64)).toEqual({ steps: 1, since: 60_000 });
  });

  it("a slow scan is not taken for a sleeping tab", () => {
    expect(scanTick(0, 900, 0.5)).toEqual({ steps: 0, since: 0 });
  });
});
