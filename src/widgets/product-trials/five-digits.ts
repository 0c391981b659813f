/** Five digits that count, four decimals at most: averages over thousands of trials are good to so many. */
export function fiveDigits(value: number): string {
  const size = Math.abs(value);
  const whole = size < 1 ? 0 : Math.floor(Math.log10(size));
  const rounded = Number(value.toFixed(Math.max(0, 4 - whole))) + 0;
  return String(rounded).replace("-", "−");
}
