import { coneOf, coneWork, type FieldLayer } from "../../core/receptive-field/cone";
import { receptiveFields, type ReceptiveField } from "../../core/receptive-field/receptive-field";
import { mapSizes } from "../../core/receptive-field/unit-field";
import { named, networkOf, type NamedLayer } from "./networks";
import type { FieldTracerState } from "./state";

/** A stack on its input, as far as its windows fit. */
export interface Stack {
  readonly side: number;
  /** Those that fit. */
  readonly layers: readonly NamedLayer[];
  /** Of the maps, the input first; one more than `layers`. */
  readonly sizes: readonly number[];
  /** Of the maps. */
  readonly fields: readonly ReceptiveField[];
  /** Layers left out because no window fits. */
  readonly cut: number;
}

export type StackChoice = Pick<FieldTracerState, "net" | "layers" | "side">;

/** The layers that a state stands for, those that do not fit included. */
export function chosenLayers({ net, layers }: StackChoice): readonly NamedLayer[] {
  return networkOf(net)?.layers ?? named(layers);
}

export function stackOf(choice: StackChoice): Stack {
  const side = networkOf(choice.net)?.side ?? choice.side;
  const all = chosenLayers(choice);
  const sizes = mapSizes(side, all);
  const layers = all.slice(0, sizes.length - 1);
  return { side, layers, sizes, fields: receptiveFields(layers), cut: all.length - layers.length };
}

/** Works out stacks; the newest is kept, as most of a state says nothing of it. */
export function createStackSource(): (choice: StackChoice) => Stack {
  let kept: { readonly choice: StackChoice; readonly stack: Stack } | null = null;
  return (choice) => {
    const { net, layers, side } = choice;
    const same =
      kept?.choice.net === net && kept.choice.layers === layers && kept.choice.side === side;
    if (!kept || !same) kept = { choice, stack: stackOf(choice) };
    return kept.stack;
  };
}

/** One unit of a stack. */
export interface Unit {
  readonly depth: number;
  readonly row: number;
  readonly column: number;
}

const within = (value: number, size: number): number =>
  value < 0 ? Math.floor((size - 1) / 2) : Math.min(value, size - 1);

/** The unit that a state speaks of: the last layer and the middle where it leaves that open. */
export function unitOf(stack: Stack, { depth, row, column }: Unit): Unit {
  const last = stack.layers.length;
  const at = depth < 0 ? last : Math.min(depth, last);
  const size = stack.sizes[at]!;
  return { depth: at, row: within(row, size), column: within(column, size) };
}

/** Layers below a unit. */
export const layersBelow = (stack: Stack, { depth }: Unit): readonly FieldLayer[] =>
  stack.layers.slice(0, depth);

/** Whether the picture must be sent forward before a gradient can come back. */
export function isGated(layers: readonly FieldLayer[], relu: boolean): boolean {
  return relu || layers.some(({ kind }) => kind === "maxPool");
}

/** Most multiply-accumulates of a measurement here: a second or two of SIMD code. */
const WORK = 6e9;

/** Most seeds that a measurement of a unit may take; 0 where even one is too many. */
export function mostSeeds(stack: Stack, unit: Unit, channels: number, relu: boolean): number {
  const layers = layersBelow(stack, unit);
  const sizes = stack.sizes.slice(0, unit.depth + 1);
  const cone = coneOf(layers, { rows: sizes, columns: sizes }, unit, channels);
  const { macs, kept } = coneWork(cone, isGated(layers, relu));
  if (kept > 128 * 2 ** 20) return 0;
  return Math.min(Math.floor(WORK / Math.max(macs, 1)), 100);
}
