const decimal = /^-?(?:\d{1,21}(?:\.\d{0,20})?|\.\d{1,20})(?:e-?\d{1,3})?$/;

/** The finite number written in a link, or `null`. Takes no spaces, no plus, no hexadecimal. */
export function parseDecimal(text: string): number | null {
  if (!decimal.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** The shortest text of a number; an exponent has no plus, which links do not carry safely. */
export function formatDecimal(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

/** The double with the fewest digits that rounds to the same float32; 0.1 for `Math.fround(0.1)`. */
export function shortestFloat32(value: number): number {
  const single = Math.fround(value);
  if (Number.isInteger(single) && Math.abs(single) < 2 ** 24) return single;
  for (const digits of [6, 7, 8]) {
    const shorter = Number(single.toPrecision(digits));
    if (Math.fround(shorter) === single) return shorter;
  }
  return Number(single.toPrecision(9));
}
