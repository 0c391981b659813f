import type { WindowStep } from "./window-step";

/** What one unit of a layer sees of the input, along one axis, in input cells. */
export interface ReceptiveField {
  /** Cells seen. */
  readonly size: number;
  /** Distance between the fields of two neighbouring units. */
  readonly jump: number;
  /** Centre of the first unit's field; the first input cell is centred at 0. */
  readonly start: number;
}

/** The field of an input cell: itself. */
export const inputField: ReceptiveField = { size: 1, jump: 1, start: 0 };

/**
 * The receptive field one step further.
 * `size ← size + (k − 1)·d·jump`, `start ← start + (d(k − 1)/2 − p)·jump`, `jump ← jump·s`.
 * Source: Araujo, Norris & Sim 2019; chapter 3, formula `receptive-field`.
 */
export function widened(
  { size, jump, start }: ReceptiveField,
  { kernelSize, stride = 1, padding = 0, dilation = 1 }: WindowStep,
): ReceptiveField {
  const reach = (kernelSize - 1) * dilation;
  return {
    size: size + reach * jump,
    start: start + (reach / 2 - padding) * jump,
    jump: jump * stride,
  };
}

/** The receptive field after every layer of a chain, the input itself first. */
export function receptiveFields(steps: readonly WindowStep[]): readonly ReceptiveField[] {
  const fields = [inputField];
  for (const step of steps) fields.push(widened(fields.at(-1)!, step));
  return fields;
}

/** The receptive field of the last layer of a chain. */
export function receptiveField(steps: readonly WindowStep[]): ReceptiveField {
  return receptiveFields(steps).at(-1)!;
}

/** First and last input cell (may lie on padding) that one unit sees. */
export function cellsSeen(
  { size, jump, start }: ReceptiveField,
  unit: number,
): { readonly first: number; readonly last: number } {
  const first = start + unit * jump - (size - 1) / 2;
  return { first, last: first + size - 1 };
}

/** The smallest field that covers two of the same jump: what a unit sees along either path. */
export function covering(a: ReceptiveField, b: ReceptiveField): ReceptiveField {
  const [one, other] = [cellsSeen(a, 0), cellsSeen(b, 0)];
  const first = Math.min(one.first, other.first);
  const last = Math.max(one.last, other.last);
  return { size: last - first + 1, jump: a.jump, start: (first + last) / 2 };
}
