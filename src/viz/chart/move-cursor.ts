import { nearest } from "./series";

interface Stroke {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly ctrlKey?: boolean;
}

/**
 * Where a key moves a cursor among its stops, or `null` for a key that does not move it. Arrows go
 * one stop, with Shift or Page keys ten; Home and End go to the ends.
 */
export function moveCursor(
  stops: ArrayLike<number>,
  cursor: number,
  { key, shiftKey = false, altKey, metaKey, ctrlKey }: Stroke,
): number | null {
  if (altKey || metaKey || ctrlKey || stops.length === 0) return null;
  const from = nearest(stops, cursor);
  const stride = shiftKey ? 10 : 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: from - stride,
    ArrowDown: from - stride,
    ArrowRight: from + stride,
    ArrowUp: from + stride,
    PageDown: from - 10,
    PageUp: from + 10,
    Home: 0,
    End: stops.length - 1,
  };
  const target = targets[key];
  if (target === undefined) return null;
  return stops[Math.min(Math.max(target, 0), stops.length - 1)]!;
}
