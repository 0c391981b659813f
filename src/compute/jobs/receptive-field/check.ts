import { coneOf, coneWork, type FieldLayer } from "../../../core/receptive-field/cone";
import { mapSizes } from "../../../core/receptive-field/unit-field";
import { BudgetError, RequestError } from "../../errors";
import type { FieldWeights, ReceptiveFieldRequest } from "../../receptive-field";
import type { FieldPlan } from "./plan";

/** Most multiply-accumulates of one measurement: some seconds of our SIMD code. */
export const FIELD_BUDGET = 2e10;
/** Most bytes kept for the way back. */
const KEPT_BUDGET = 256 * 2 ** 20;

const RANGES = {
  kernelSize: [1, 256],
  stride: [1, 16],
  padding: [0, 128],
  dilation: [1, 128],
  side: [4, 256],
  layers: [1, 128],
  channels: [1, 16],
  seeds: [1, 200],
} as const;

/**
 * Refuses a measurement that is malformed or too dear.
 *
 * @throws {RequestError} sizes out of range, windows that do not fit, a unit that is not there.
 * @throws {BudgetError} more work or memory than a page may take; says how much.
 */
export function checkReceptiveField(request: ReceptiveFieldRequest): FieldPlan {
  const { input, layers, unit, weights } = request;
  const [height = 0, width = 0] = input.shape;
  if (input.shape.length !== 2 || input.data.length !== height * width)
    throw new RequestError("the input must be [height, width] and filled");
  requireRange("side", height);
  requireRange("side", width);
  requireRange("layers", layers.length);
  layers.forEach(checkLayer);
  const seeds = seedsOf(weights);
  const rowSizes = mapSizes(height, layers);
  const columnSizes = mapSizes(width, layers);
  const fitting = Math.min(rowSizes.length, columnSizes.length) - 1;
  if (fitting < layers.length)
    throw new RequestError(
      `layer ${fitting + 1} has no window that fits a map of ${rowSizes[fitting]} × ${columnSizes[fitting]}`,
    );
  requireUnit("row", unit.row, rowSizes.at(-1)!);
  requireUnit("column", unit.column, columnSizes.at(-1)!);
  const channels = weights.kind === "random" ? weights.channels : 1;
  const cone = coneOf(layers, { rows: rowSizes, columns: columnSizes }, unit, channels);
  const gated =
    weights.kind === "random" && (weights.relu || layers.some(({ kind }) => kind === "maxPool"));
  const plan = { cone, rowSizes, columnSizes, seeds, gated };
  requireBudget(plan);
  return plan;
}

function requireRange(name: keyof typeof RANGES, value: number): void {
  const [least, most] = RANGES[name];
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RequestError(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
}

function checkLayer(layer: FieldLayer, at: number): void {
  const { kind, kernelSize, stride = 1, padding = 0, dilation = 1 } = layer;
  if (!["conv", "depthwise", "maxPool", "averagePool"].includes(kind))
    throw new RequestError(`there is no layer of kind "${String(kind)}"`);
  for (const [name, value] of Object.entries({ kernelSize, stride, padding, dilation }))
    requireRange(name as "stride", value);
  if (kind.endsWith("Pool") && dilation > 1)
    throw new RequestError(`layer ${at + 1} pools, and pools have no dilation here`);
  const most = kind.endsWith("Pool") ? Math.floor(kernelSize / 2) : (kernelSize - 1) * dilation;
  if (padding > most)
    throw new RequestError(
      `padding of layer ${at + 1} may be ${most} at most, else a window sees nothing but padding`,
    );
}

function requireUnit(axis: string, value: number, size: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= size)
    throw new RequestError(`the last map has no ${axis} ${value}: it has ${size}`);
}

function seedsOf(weights: FieldWeights): readonly number[] {
  if (weights.kind === "equal") return [];
  if (weights.kind !== "random") throw new RequestError("weights must be equal or random");
  requireRange("channels", weights.channels);
  const { seeds } = weights;
  if (typeof seeds === "number") {
    requireRange("seeds", seeds);
    return Array.from({ length: seeds }, (_, seed) => seed);
  }
  requireRange("seeds", seeds.length);
  for (const seed of seeds)
    if (!Number.isSafeInteger(seed) || seed < 0)
      throw new RequestError(`a seed must be a whole number from 0, got ${seed}`);
  return seeds;
}

function requireBudget(plan: FieldPlan): void {
  const { macs, kept } = coneWork(plan.cone, plan.gated);
  const all = macs * plan.seeds.length;
  if (all > FIELD_BUDGET)
    throw new BudgetError(
      `this needs ${millions(all)} million multiply-accumulates; ${millions(FIELD_BUDGET)} million is the most`,
    );
  if (plan.seeds.length > 0 && kept > KEPT_BUDGET)
    throw new BudgetError(
      `the way back needs ${Math.ceil(kept / 2 ** 20)} MiB; ${KEPT_BUDGET / 2 ** 20} MiB is the most`,
    );
}

function millions(count: number): string {
  return Math.round(count / 1e6).toLocaleString("en");
}
