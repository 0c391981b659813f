import { legalLayer, MOST_LAYERS } from "./layers-codec";
import { mostSeeds, stackOf, unitOf } from "./stack";
import type { FieldTracerState } from "./state";

const CHANNELS = [16, 8, 4] as const;

const kept = (value: number, size: number): number => Math.min(value, size - 1);

/**
 * The nearest legal state: the unit and the pixel exist, and a measurement costs no more than a
 * second or two. Pure and idempotent.
 */
export function repair(state: FieldTracerState): FieldTracerState {
  const layers = state.layers.slice(0, MOST_LAYERS).map(legalLayer);
  const stack = stackOf({ ...state, layers });
  const depth = Math.min(state.depth, stack.layers.length);
  const unit = unitOf(stack, { ...state, depth });
  const size = stack.sizes[unit.depth]!;
  const placed: FieldTracerState = {
    ...state,
    layers,
    depth,
    row: kept(state.row, size),
    column: kept(state.column, size),
    pixelRow: kept(state.pixelRow, stack.side),
    pixelColumn: kept(state.pixelColumn, stack.side),
  };
  if (state.weights === "equal" || unit.depth === 0) return placed;
  const seedsWith = (channels: number) => mostSeeds(stack, unit, channels, state.relu);
  const channels = CHANNELS.find((count) => count <= state.channels && seedsWith(count) > 0) ?? 4;
  const seeds = Math.min(state.seeds, Math.max(seedsWith(channels), 1));
  return { ...placed, channels, seeds };
}
