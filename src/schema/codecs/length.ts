/** How many items a list may have: exactly one count, or from the first to the second. */
export type Length = number | readonly [min: number, max: number];

export function fits(count: number, length: Length): boolean {
  const [min, max] = typeof length === "number" ? [length, length] : length;
  return count >= min && count <= max;
}

export function longest(length: Length): number {
  return typeof length === "number" ? length : length[1];
}

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
