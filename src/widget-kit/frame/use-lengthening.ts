import { useEffect, useState } from "react";

/** Rows that are laid out in one task. */
const STEP = 48;

/** The first rows of a list at once, the others in the tasks after, some at a time. */
export function useLengthening<T>(rows: readonly T[]): readonly T[] {
  const [length, setLength] = useState(STEP);
  const more = rows.length > length;
  useEffect(() => {
    if (!more) return;
    const timer = setTimeout(() => setLength(length + STEP), 20);
    return () => clearTimeout(timer);
  }, [length, more]);
  return more ? rows.slice(0, length) : rows;
}
