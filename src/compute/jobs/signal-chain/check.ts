import { fansOf, initLaw, type InitLaw } from "../../../core/init/init";
import { floatFormats } from "../../../core/float-format/float-format";
import { BudgetError, RequestError } from "../../errors";
import type { SignalChainRequest, SignalLayer } from "../../signal-chain";
import { requireActivation } from "../require-activation";
import type { SignalPlan } from "./plan";

/** Most weights drawn in one job: some 20 s where there is no graphics processor. */
export const DRAW_BUDGET = 4e9;
/** Most multiply-accumulates of one job. */
export const PRODUCT_BUDGET = 2e10;
/** Most bytes of activations kept for the way back. */
export const KEPT_BUDGET = 256 * 2 ** 20;
/** Most steps of Gram–Schmidt for orthogonal matrices. */
const ORTHOGONAL_BUDGET = 2e10;

const MOST = { depth: 300, width: 1024, columns: 1024, channels: 128, side: 64, seeds: 500 };
const LEAST = { depth: 1, width: 8, columns: 1, channels: 1, side: 4, seeds: 1 };

/**
 * Refuses a chain that is malformed, has no such shortcut, or is too dear.
 *
 * @throws {ParseError} a typed formula that is none; `at` is the character where it goes wrong.
 * @throws {RequestError} settings out of range or at odds.
 * @throws {BudgetError} more layers, numbers or work than a page may take; says how much.
 */
export function checkSignalChain(request: SignalChainRequest): SignalPlan {
  const { layer, depth, method, backward = false, inputDeviation = 1 } = request;
  requireActivation(request.activation);
  requireSize("depth", depth);
  if (!floatFormats.includes(request.format))
    throw new RequestError(`there is no number format "${request.format}"`);
  if (!(inputDeviation > 0 && inputDeviation < 1e30))
    throw new RequestError("the input's deviation must be positive and below 1e30");
  const seeds = seedsOf(request.seeds);
  const { inputs, units, columns, taps } = sizesOf(layer);
  const shape = layer.kind === "dense" ? [units, units] : [taps, 1, layer.channels, units];
  const law = initLaw(request.init, fansOf(shape));
  requireLaw(law);
  requireVariants(request, law, columns);
  const passes = depth * seeds.length * (backward ? 2 : 1);
  const weights = inputs * units;
  const draws = method === "literal" ? weights * passes : 0;
  const products = draws * Math.ceil(columns / 4) * 4;
  requireBudget(draws, DRAW_BUDGET, "random weights");
  requireBudget(products, PRODUCT_BUDGET, "multiply-accumulates");
  if (draws > 0 && law.kind === "orthogonal")
    requireBudget(draws * Math.min(inputs, units), ORTHOGONAL_BUDGET, "steps of orthogonalising");
  const kept = backward ? units * columns * depth * 2 * 8 : 0;
  if (kept > KEPT_BUDGET)
    throw new BudgetError(
      `the way back needs ${Math.ceil(kept / 2 ** 20)} MiB of activations; ${KEPT_BUDGET / 2 ** 20} MiB is the most`,
    );
  for (const at of request.histograms ?? [])
    if (!Number.isInteger(at) || at < 1 || at > depth)
      throw new RequestError(`a histogram must be of a layer from 1 to ${depth}, got ${at}`);
  return { seeds, law, inputs, units, columns, inputDeviation, draws, products };
}

function requireSize(name: keyof typeof MOST, value: number): void {
  if (!Number.isInteger(value) || value < LEAST[name])
    throw new RequestError(
      `${name} must be a whole number of at least ${LEAST[name]}, got ${value}`,
    );
  if (value > MOST[name])
    throw new BudgetError(`${name} may be ${MOST[name]} at most, got ${value}`);
}

function sizesOf(layer: SignalLayer) {
  if (layer.kind === "dense") {
    const { width, columns = 1 } = layer;
    requireSize("width", width);
    requireSize("columns", columns);
    return { inputs: width, units: width, columns, taps: 1 };
  }
  const { channels, side, kernelSize, padding } = layer;
  requireSize("channels", channels);
  requireSize("side", side);
  if (![1, 3, 5, 7].includes(kernelSize))
    throw new RequestError(`a kernel must have a side of 1, 3, 5 or 7, got ${kernelSize}`);
  if (kernelSize > side) throw new RequestError("the kernel must not be larger than the map");
  if (padding !== "zero" && padding !== "circular")
    throw new RequestError(`there is no padding "${String(padding)}" in a chain`);
  const taps = kernelSize ** 2;
  return { inputs: taps * channels, units: channels, columns: side * side, taps };
}

function seedsOf(seeds: number | readonly number[]): readonly number[] {
  if (typeof seeds === "number") {
    requireSize("seeds", seeds);
    return Array.from({ length: seeds }, (_, seed) => seed);
  }
  requireSize("seeds", seeds.length);
  for (const seed of seeds)
    if (!Number.isSafeInteger(seed) || seed < 0)
      throw new RequestError(`a seed must be a whole number from 0, got ${seed}`);
  return seeds;
}

function requireLaw(law: InitLaw): void {
  const size =
    law.kind === "normal"
      ? law.deviation
      : law.kind === "uniform"
        ? law.bound
        : law.kind === "orthogonal"
          ? law.gain
          : Math.abs(law.value);
  if (!(size >= 0 && size <= 1e4))
    throw new RequestError(`the size of the weights must lie between 0 and 10,000, got ${size}`);
}

function requireVariants(request: SignalChainRequest, law: InitLaw, columns: number): void {
  const { method, layer, residual, batchNorm = false } = request;
  if (method !== "literal" && method !== "sameDistribution")
    throw new RequestError(`there is no method "${String(method)}"`);
  if (method === "sameDistribution" && (layer.kind !== "dense" || columns > 1))
    throw new RequestError("the shortcut is for dense layers and a vector: columns share weights");
  if (method === "sameDistribution" && law.kind === "constant")
    throw new RequestError("the shortcut is for random weights");
  if (batchNorm && columns < 2)
    throw new RequestError("batch normalisation needs at least two columns");
  if (residual && !Number.isFinite(residual.scale))
    throw new RequestError("the scale of a residual branch must be finite");
}

function requireBudget(count: number, most: number, what: string): void {
  if (count > most)
    throw new BudgetError(
      `this needs ${millions(count)} million ${what}; ${millions(most)} million is the most`,
    );
}

function millions(count: number): string {
  return Math.round(count / 1e6).toLocaleString("en");
}
