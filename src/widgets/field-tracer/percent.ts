import { formatNumber } from "../../core/format/number";

/** A share of 1 in per cent. */
export function percent(share: number): string {
  const value = share * 100;
  return `${formatNumber(Number(value.toFixed(value < 10 ? 1 : 0)))} %`;
}
