import { useLayoutEffect, useMemo, useRef } from "react";

/** What a control has given out, ahead of what the page has answered. */
export interface Ahead<T> {
  /** The newest value given out; the page's own once it has answered, or let the frame pass. */
  now(): T;
  /** Notes a value; call it after telling the page. */
  give(value: T): void;
}

/**
 * For a page that follows its controls once a frame: two steps within one frame are then two
 * steps, and text goes on from what stands in the field.
 * @param value the page's
 * @param onRefused the page has let the frame pass without taking what was given
 */
export function useAhead<T>(value: T, onRefused?: (value: T) => void): Ahead<T> {
  const page = useRef(value);
  const given = useRef<{ readonly value: T } | null>(null);
  const refused = useRef(onRefused);
  const frame = useRef(0);
  useLayoutEffect(() => {
    page.current = value;
    given.current = null;
  }, [value]);
  useLayoutEffect(() => {
    refused.current = onRefused;
  });
  return useMemo(
    () => ({
      now: () => (given.current ? given.current.value : page.current),
      give(next) {
        given.current = { value: next };
        // Asked for after the page asked for its own: that one comes first.
        frame.current ||= requestAnimationFrame(() => {
          frame.current = 0;
          if (!given.current) return;
          given.current = null;
          refused.current?.(page.current);
        });
      },
    }),
    [],
  );
}
