import { usePaced } from "./use-paced";

/** A burst of changes is one announcement, and a dragged slider does not flood the ear. */
const PACE = { delay: 200, interval: 2000 };

export interface SummaryProps {
  /** Says the figure in words; another function when there is something new to say. */
  readonly words: () => string;
  /** False while the numbers it speaks of are on their way: it would mix old and new. */
  readonly settled: boolean;
  /** Read out when it changes; off until the reader has touched the figure. */
  readonly live: boolean;
}

/** The figure in words, for every eye and ear. */
export function Summary({ words, settled, live }: SummaryProps) {
  return (
    <p className="kit-summary" aria-live={live ? "polite" : "off"} aria-atomic="true">
      {usePaced(words, settled, PACE)}
    </p>
  );
}
