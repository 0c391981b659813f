import { usePacedText } from "./use-paced-text";

export interface SummaryProps {
  readonly text: string;
  /** False while the numbers it speaks of are on their way: it would mix old and new. */
  readonly settled: boolean;
  /** Read out when it changes; off until the reader has touched the figure. */
  readonly live: boolean;
}

/** The figure in words, for every eye and ear. */
export function Summary({ text, settled, live }: SummaryProps) {
  return (
    <p className="kit-summary" aria-live={live ? "polite" : "off"} aria-atomic="true">
      {usePacedText(text, settled)}
    </p>
  );
}
