import type { ChainStep } from "./size-chain";

/** What one unit of a layer sees of the input, along one axis, in input cells. */
export interface ReceptiveField {
  /** Cells seen. */
  readonly size: number;
  /** Distance between the fields of two neighbouring units. */
  readonly jump: number;
  /** Centre of the first unit's field; the first input cell is centred at 0. */
  readonly start: number;
}

/**
 * The receptive field after every layer of a chain, the input itself first.
 * `size ← size + (k − 1)·d·jump`, `start ← start + (d(k − 1)/2 − p)·jump`, `jump ← jump·s`.
 * Source: Araujo, Norris & Sim 2019; chapter 3, formula `receptive-field`.
 */
export function receptiveFields(layers: readonly ChainStep[]): readonly ReceptiveField[] {
  const fields: ReceptiveField[] = [{ size: 1, jump: 1, start: 0 }];
  for (const { kernelSize, stride = 1, padding = 0, dilation = 1 } of layers) {
    const { size, jump, start } = fields.at(-1)!;
    const reach = (kernelSize - 1) * dilation;
    fields.push({
      size: size + reach * jump,
      start: start + (reach / 2 - padding) * jump,
      jump: jump * stride,
    });
  }
  return fields;
}

/** The receptive field of the last layer of a chain. */
export function receptiveField(layers: readonly ChainStep[]): ReceptiveField {
  return receptiveFields(layers).at(-1)!;
}

/** A layer repeated. */
export function repeated(layer: ChainStep, times: number): readonly ChainStep[] {
  return Array.from({ length: times }, () => layer);
}
