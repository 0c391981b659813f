import { formatNumber } from "../../core/format/number";

/**
 * A number short enough for a cell of a grid `columns` wide. From five columns on: two digits
 * after the point and no zero before it; `.00` is a small number, `0` is exactly zero.
 */
export function cellText(value: number, columns: number): string {
  if (columns < 5 || !Number.isFinite(value) || Number.isInteger(value)) return tiny(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 10) return tiny(magnitude < 1000 ? Math.round(value) : value);
  const digits = magnitude >= 1 ? magnitude.toFixed(1) : magnitude.toFixed(2).replace(/^0/, "");
  return (value < 0 ? "−" : "") + digits;
}

/** Whether every number of a grid is so short that it can be written larger. */
export function allShort(values: ArrayLike<number>, columns: number): boolean {
  return Array.from(values).every((value) => cellText(value, columns).length <= 3);
}

/** At most six characters: fewer digits first, an exponent where even two are too long. */
function tiny(value: number): string {
  const text = formatNumber(value);
  if (text.length <= 6) return text;
  for (const digits of [3, 2]) {
    const shorter = formatNumber(Number(value.toPrecision(digits)));
    if (shorter.length <= 6) return shorter;
  }
  const [mantissa, exponent] = value.toExponential(0).split("e") as [string, string];
  return `${mantissa}e${Number(exponent)}`.replaceAll("-", "−");
}
