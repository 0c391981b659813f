import { useEffect, useRef, useState } from "react";
import { scanTick } from "./scan-clock";

export interface ScanOptions {
  readonly step: number;
  /** Positions in all. */
  readonly steps: number;
  /** Steps a second. */
  readonly speed: number;
  readonly onStep: (step: number) => void;
}

export interface Scan {
  readonly playing: boolean;
  /** Starts from the beginning when the scan stands at its end. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** Walks through the positions of a scan while it plays; stops at the last one. */
export function useScan({ step, steps, speed, onStep }: ScanOptions): Scan {
  const [playing, setPlaying] = useState(false);
  const newest = useRef({ step, steps, onStep });
  useEffect(() => {
    newest.current = { step, steps, onStep };
  });

  useEffect(() => {
    if (!playing) return;
    let since = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      const last = newest.current.steps - 1;
      const due = scanTick(since, now, speed);
      since = due.since;
      const next = Math.min(newest.current.step + due.steps, last);
      if (due.steps > 0) newest.current.onStep(next);
      if (next >= last) setPlaying(false);
      else frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, speed]);

  return {
    playing,
    play: () => {
      if (step >= steps - 1) onStep(0);
      setPlaying(steps > 1);
    },
    pause: () => setPlaying(false),
  };
}
