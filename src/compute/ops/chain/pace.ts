/** Work between two readbacks, in weights drawn: at first, and at most. */
const FIRST = 2 ** 23;
const MOST = 2 ** 31;
/** What a stretch should take, in milliseconds. */
const STRETCH = 200;

/** Cuts layers into stretches that each take about as long as anybody should wait. */
export interface Pace {
  /** Layers of the next stretch. */
  begin(left: number): number;
  end(): void;
}

/** @param tallest most layers of a stretch. */
export function createPace(perLayer: number, tallest: number): Pace {
  let limit = FIRST;
  let start = 0;
  return {
    begin(left) {
      start = performance.now();
      return Math.min(Math.max(1, Math.floor(limit / perLayer)), tallest, left);
    },
    end() {
      const speed = STRETCH / Math.max(performance.now() - start, 1);
      limit = Math.min(limit * Math.min(Math.max(speed, 0.25), 4), MOST);
    },
  };
}
