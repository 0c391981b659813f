import { formatLimits } from "../../../core/float-format/float-format";
import type { WebglContext } from "../../device/webgl/context";
import { activationGlsl } from "../../ops/chain/activation-glsl";
import { isDrawnLaw, type DrawnLaw } from "../../ops/chain/programs";
import { seedsTogether, type Stretch } from "../../ops/chain/run";
import { runWebglChain } from "../../ops/chain/webgl";
import type { SignalChainRequest, SignalChainResult } from "../../signal-chain";
import type { Breathe } from "../job";
import type { SignalPlan } from "./plan";
import { resultOf } from "./result";
import { roundingAll } from "./round-all";
import { GRADIENT_STREAM, INPUT_STREAM } from "./streams";
import type { Tools } from "./tools";
import { createTrace, record, type SignalTrace } from "./trace";

/** Sizes of layers, in powers of ten, between which the processor's numbers and these are the same. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** Beyond these, drivers flush, overflow and count as they like. */
const SAFE: Range = { least: -30, most: 34 };
/** And where formulas are worked out as they stand, small results may lose their digits. */
const SAFE_AS_TYPED: Range = { least: -3, most: 3 };

/** Most rows of weights of one layer: a texture that any device has. */
const MOST_ROWS = 8192;

/** Numbers kept for the way back, slopes and normalised ones, and the most bytes of them. */
const TEXTURES_KEPT = 2;
const KEPT_BYTES = 256 * 2 ** 20;

function serves(context: WebglContext, request: SignalChainRequest, plan: SignalPlan): boolean {
  const { method, format, backward = false } = request;
  const kept = backward ? plan.units * plan.columns * request.depth * TEXTURES_KEPT * 4 : 0;
  return (
    context.precision === "float32" &&
    method === "literal" &&
    (format === "float32" || format === "float32-flush") &&
    kept * seedsTogether(plan.columns) <= KEPT_BYTES &&
    isDrawnLaw(plan.law) &&
    plan.units % 4 === 0 &&
    Math.max(plan.inputs, plan.columns) <= Math.min(MOST_ROWS, context.maxTextureSize)
  );
}

/**
 * The chain on the graphics processor; null where that has no way to do it, or the signal goes where
 * its numbers would not be the processor's. The processor does it then, from the start.
 */
export async function runOnWebgl(
  context: WebglContext,
  tools: Tools,
  request: SignalChainRequest,
  plan: SignalPlan,
  breathe: Breathe,
): Promise<SignalChainResult | null> {
  if (!serves(context, request, plan)) return null;
  const trace = createTrace(plan, request.depth, request.histograms);
  const together = seedsTogether(plan.columns);
  for (let first = 0; first < plan.seeds.length; first += together)
    if (!(await runBatch(context, tools, request, plan, trace, first, breathe))) return null;
  return resultOf(request, plan, trace, "webgl");
}

async function runBatch(
  context: WebglContext,
  tools: Tools,
  request: SignalChainRequest,
  plan: SignalPlan,
  trace: SignalTrace,
  first: number,
  breathe: Breathe,
): Promise<boolean> {
  const { units, columns } = plan;
  const { layer, activation, depth } = request;
  const seeds = plan.seeds.slice(first, first + seedsTogether(columns));
  const { least, most } = activationGlsl(activation).careful ? SAFE : SAFE_AS_TYPED;
  const chain = {
    law: plan.law as DrawnLaw,
    units,
    columns,
    kernelSize: layer.kind === "conv" ? layer.kernelSize : 1,
    side: layer.kind === "conv" ? layer.side : 1,
    circular: layer.kind === "conv" && layer.padding === "circular",
    depth,
    activation,
    branch: request.residual?.scale ?? null,
    batchNorm: request.batchNorm ?? false,
    seeds,
    ...startsOf(tools, request, plan, trace, first, seeds),
  };
  let safe = true;
  const isSafe = ({ measures }: Stretch) =>
    (safe = measures.every(({ logRms }) => logRms > least && logRms < most));

  async function take(stretch: Stretch): Promise<boolean> {
    if (!isSafe(stretch)) return false;
    const { firstLayer, measures } = stretch;
    const layers = measures.length / seeds.length;
    const counted = [...trace.samples.keys()].some(
      (wanted) => wanted >= firstLayer && wanted < firstLayer + layers,
    );
    const numbers = counted ? await stretch.numbers() : new Float32Array();
    const size = units * columns;
    measures.forEach((one, at) => {
      const row = first + (at % seeds.length);
      const here = firstLayer - 1 + Math.floor(at / seeds.length);
      record(trace, row, here, one, numbers.subarray(at * size, (at + 1) * size));
    });
    await breathe();
    return true;
  }

  async function takeBack(stretch: Stretch): Promise<boolean> {
    if (!isSafe(stretch)) return false;
    stretch.measures.forEach(({ logRms }, at) => {
      const row = first + (at % seeds.length);
      // By a layer's input, which is the output of the one before.
      const output = stretch.firstLayer - Math.floor(at / seeds.length) - 1;
      if (output === 0) trace.inputGradientLogRms[row] = logRms;
      else trace.gradientLogRms[row * depth + output - 1] = logRms;
    });
    await breathe();
    return true;
  }

  await runWebglChain(context, chain, breathe, take, takeBack);
  return safe;
}

/** Inputs and gradients `[seeds][columns][units]`; their sizes are written down. */
function startsOf(
  { multiplier, meter }: Tools,
  { format, depth, backward }: SignalChainRequest,
  plan: SignalPlan,
  trace: SignalTrace,
  first: number,
  seeds: readonly number[],
): { readonly input: Float32Array; readonly gradient: Float32Array | null } {
  const { units, columns, inputDeviation } = plan;
  const { smallestNormal } = formatLimits[format];
  const round = roundingAll(format);
  const numbers = new Float64Array(units * columns);

  function drawn(stream: number, deviation: number, note: (row: number, log: number) => void) {
    const all = new Float32Array(seeds.length * numbers.length);
    seeds.forEach((seed, row) => {
      multiplier.normals(numbers, { seed, stream });
      for (let at = 0; at < numbers.length; at++) numbers[at]! *= deviation;
      round(numbers);
      note(first + row, meter.measure(numbers, numbers, columns, smallestNormal).logRms);
      const top = row * numbers.length;
      for (let unit = 0; unit < units; unit++)
        for (let column = 0; column < columns; column++)
          all[top + column * units + unit] = numbers[unit * columns + column]!;
    });
    return all;
  }

  return {
    input: drawn(INPUT_STREAM, inputDeviation, (row, log) => (trace.inputLogRms[row] = log)),
    gradient: backward
      ? drawn(GRADIENT_STREAM, 1, (row, log) => {
          trace.gradientLogRms[row * depth + depth - 1] = log;
        })
      : null,
  };
}
