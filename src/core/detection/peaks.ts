import { liesOn, middleOf, type Place } from "./place";

/** Peaks that a search reports at most. */
export const MOST_PEAKS = 200;

/** A place where a map is higher than anywhere near. */
export interface Peak extends Place {
  readonly value: number;
}

/** A peak and the object it lies on: its number, or `null` where it lies on none that is left. */
export interface MatchedPeak extends Peak {
  readonly object: number | null;
}

/**
 * Places that no other within `reach` cells, along rows or columns, surpasses; of equal ones the
 * first in reading order. Strongest first.
 */
export function peaksOf(map: ArrayLike<number>, side: number, reach: number): Peak[] {
  const peaks: Peak[] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (isPeak(map, side, row, column, reach))
        peaks.push({ row, column, value: map[row * side + column]! });
  return peaks.sort((a, b) => b.value - a.value);
}

function isPeak(
  map: ArrayLike<number>,
  side: number,
  row: number,
  column: number,
  reach: number,
): boolean {
  const own = row * side + column;
  const value = map[own]!;
  const last = Math.min(row + reach, side - 1);
  const end = Math.min(column + reach, side - 1);
  for (let i = Math.max(row - reach, 0); i <= last; i++)
    for (let j = Math.max(column - reach, 0); j <= end; j++) {
      const at = i * side + j;
      const other = map[at]!;
      if (other > value || (other === value && at < own)) return false;
    }
  return true;
}

/**
 * Peaks of a response map, strongest first, in cells of the scene: each stands for the middle of
 * its window, and takes the object it lies on unless a stronger one has it.
 */
export function matchPeaks(
  peaks: readonly Peak[],
  kernelSize: number,
  objects: readonly Place[],
  objectSize: number,
): MatchedPeak[] {
  const free = new Set(objects.keys());
  const shift = middleOf(kernelSize);
  return peaks.map(({ row, column, value }) => {
    const place = { row: row + shift, column: column + shift };
    const object = [...free].find((at) => liesOn(place, objects[at]!, objectSize)) ?? null;
    if (object !== null) free.delete(object);
    return { ...place, value, object };
  });
}
