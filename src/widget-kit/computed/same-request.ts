/** Lists of numbers longer than this are compared by identity only. */
const LONGEST = 16_384;

/** Whether two plain requests ask for the same; pictures are recognised by identity. */
export function sameRequest(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length || a.length > LONGEST) return false;
    for (let i = 0; i < a.length; i++) if (!sameRequest(a[i], b[i])) return false;
    return true;
  }
  const left = Object.entries(a);
  const right = b as Readonly<Record<string, unknown>>;
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && sameRequest(value, right[key]))
  );
}

function isList(value: object): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float32Array;
}
