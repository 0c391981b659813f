import { formatNumber } from "../../core/format/number";

/** A number for the inside of a calculation: negative ones in brackets after an operator. */
export function bracketed(value: number, afterOperator: boolean): string {
  const text = formatNumber(value);
  return afterOperator && /^[−-]/.test(text) ? `(${text})` : text;
}
