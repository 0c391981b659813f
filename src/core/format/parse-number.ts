export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  /** One sentence for the reader, beside the control that took the text. */
  | { readonly ok: false; readonly reason: string };

/** Longest text worth reading; longer ones are cut in the message. */
const LONGEST = 24;
/** The largest float32. */
const FLOAT32_MAX = 3.4028234663852886e38;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The finite number that a reader typed. Accepts a decimal point or comma, a true minus sign, an
 * exponent, and a fraction such as `1/9`. Range: what float32 holds, ±3.4·10³⁸.
 */
export function parseNumber(text: string): ParsedNumber {
  const clean = text
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(",", ".");
  if (clean === "") return { ok: false, reason: "Type a number, such as 0.5 or -2." };
  const parts = clean.split("/");
  if (parts.length > 2 || !parts.every((part) => decimal.test(part.trim())))
    return { ok: false, reason: `“${quoted(text)}” is not a number.` };
  const [over, under = 1] = parts.map(Number) as [number, number?];
  if (under === 0) return { ok: false, reason: "A fraction cannot be divided by 0." };
  const value = over / under;
  if (!(Math.abs(value) <= FLOAT32_MAX))
    return {
      ok: false,
      reason: `“${quoted(text)}” is beyond what 32-bit numbers hold (±3.4e38).`,
    };
  return { ok: true, value: value + 0 };
}

function quoted(text: string): string {
  const shown = text.trim();
  return shown.length <= LONGEST ? shown : `${shown.slice(0, LONGEST)}…`;
}
