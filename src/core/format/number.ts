const MINUS = "\u2212";
/** No value of a shown number has more digits that count than this. */
const SIGNIFICANT = 4;

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function nonFinite(value: number): string | null {
  if (Number.isNaN(value)) return "NaN";
  if (value === Infinity) return "∞";
  return value === -Infinity ? `${MINUS}∞` : null;
}

/** `3.40e38` as `3.4e38`, `1.00e-5` as `1e−5`. */
function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split("e") as [string, string];
  return `${trimmed(mantissa)}e${Number(exponent)}`;
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/**
 * A number as the figures print it: at most four significant digits (whole parts are kept whole up
 * to a million), no trailing zeros, a true minus sign, thousands grouped from 10,000 on. Values
 * below 0.001 or from 10⁶ on are written with an exponent. Zero is `0`, whatever its sign; NaN and
 * the infinities are named.
 */
export function formatNumber(value: number): string {
  const named = nonFinite(value);
  if (named) return named;
  if (value === 0) return "0";
  const size = Math.abs(value);
  let text: string;
  if (size < 0.001 || size >= 1e6) text = scientific(size);
  else {
    const decimals = Math.min(Math.max(SIGNIFICANT - 1 - Math.floor(Math.log10(size)), 0), 4);
    const [units, rest] = trimmed(size.toFixed(decimals)).split(".") as [string, string?];
    text = (units.length > 4 ? grouped(units) : units) + (rest ? `.${rest}` : "");
  }
  return (value < 0 ? MINUS : "") + text.replace("-", MINUS);
}

/** As `formatNumber`, with a plus before positive numbers; for the ends of signed scales. */
export function formatSigned(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

/** A whole number with its thousands grouped: `11,643,291`. Fractions are rounded. */
export function formatInteger(value: number): string {
  const named = nonFinite(value);
  if (named) return named;
  const rounded = Math.round(value);
  return (rounded < 0 ? MINUS : "") + grouped(Math.abs(rounded).toFixed(0));
}
