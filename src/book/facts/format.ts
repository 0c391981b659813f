const MINUS = "\u2212";
const NO_BREAK_SPACE = "\u00a0";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** True minus sign; what rounds to zero has none. */
const signed = (text: string): string =>
  /[1-9]/.test(text) ? text.replace("-", MINUS) : text.replace("-", "");

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** `11643291` → `11,643,291`; the value is rounded to a whole number. */
export function whole(value: number): string {
  return signed(grouped(String(Math.round(value))));
}

/** Fixed decimals, thousands grouped: `fixed(2)(12.8284)` → `12.83`. */
export function fixed(decimals: number): (value: number) => string {
  return (value) => {
    const [units = "", rest] = value.toFixed(decimals).split(".");
    return signed(rest === undefined ? grouped(units) : `${grouped(units)}.${rest}`);
  };
}

/** A share as percent: `percent(1)(0.667)` → `66.7 %` with a no-break space. */
export function percent(decimals = 0): (share: number) => string {
  return (share) => `${fixed(decimals)(share * 100)}${NO_BREAK_SPACE}%`;
}

function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
  return exponent < 0 ? `⁻${digits}` : digits;
}

/** Digits and a power of ten: `scientific(1)(3.4e-95)` → `3.4·10⁻⁹⁵`. */
export function scientific(decimals: number): (value: number) => string {
  return (value) => {
    const [digits = "", exponent] = value.toExponential(decimals).split("e");
    return `${signed(digits)}·10${superscript(Number(exponent))}`;
  };
}

/** Several numbers in one breath: `list(whole)([0, 1])` → `0, 1`. */
export function list<V>(format: (value: V) => string): (values: readonly V[]) => string {
  return (values) => values.map(format).join(", ");
}
