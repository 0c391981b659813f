/** The numbers a control may stand on; ends included. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Decimal places that a step has, at most 12: 0.25 has two, 10 none. */
export function decimalsOf(step: number): number {
  const [mantissa = "", exponent = "0"] = String(step).split("e");
  const places = (mantissa.split(".")[1]?.length ?? 0) - Number(exponent);
  return Math.min(Math.max(places, 0), 12);
}

/**
 * The value `steps` steps away, inside the range. A value on the grid `min + n·step` stays on it,
 * free of rounding dust; one between two grid points goes to the next one in that direction.
 */
export function stepBy(value: number, steps: number, range: NumberRange): number {
  const { min, max, step } = range;
  const origin = Number.isFinite(min) ? min : 0;
  const place = (value - origin) / step;
  const nearest = Math.round(place);
  const onGrid = Math.abs(place - nearest) < 1e-6;
  const start = onGrid ? nearest : steps > 0 ? Math.floor(place) : Math.ceil(place);
  const decimals = Math.max(decimalsOf(step), decimalsOf(origin));
  const next = Number((origin + (start + steps) * step).toFixed(decimals));
  return Math.min(Math.max(next, min), max) + 0;
}

/** Whether only whole numbers are on the grid. */
export function isWhole(range: NumberRange): boolean {
  return (
    Number.isInteger(range.step) && (!Number.isFinite(range.min) || Number.isInteger(range.min))
  );
}
