import { formatLimits } from "../../../core/float-format/float-format";
import type { SignalChainRequest, SignalChainResult } from "../../signal-chain";
import type { Breathe } from "../job";
import { freshBlocks, ringOfBlocks, type Blocks } from "./blocks";
import { elementwise, type Elementwise } from "./elementwise";
import { linearOf, type Linear } from "./linear";
import { normaliseBackward, normaliseUnits, type Normalised } from "./normalise";
import type { SignalPlan } from "./plan";
import { resultOf } from "./result";
import { roundingAll, type RoundAll } from "./round-all";
import { GRADIENT_STREAM, INPUT_STREAM } from "./streams";
import type { Tools } from "./tools";
import { createTrace, record, type SignalTrace } from "./trace";

/** Longest stretch of work between two breaths, in milliseconds. */
const STRETCH = 40;

/** What the way back needs of one layer. */
interface Passed {
  readonly input: Float64Array;
  readonly product: Float64Array;
  readonly slopes: Float64Array;
  readonly normalised: Normalised | null;
}

interface Chain {
  readonly request: SignalChainRequest;
  readonly plan: SignalPlan;
  readonly linear: Linear;
  readonly activate: Elementwise;
  readonly round: RoundAll;
  readonly smallestNormal: number;
  readonly trace: SignalTrace;
  readonly tools: Tools;
  readonly blocks: Blocks;
  rest(): Promise<void>;
}

/** The signal chain on the processor, in the very format asked for. */
export async function runSignalChain(
  tools: Tools,
  request: SignalChainRequest,
  plan: SignalPlan,
  breathe: Breathe,
): Promise<SignalChainResult> {
  const trace = createTrace(plan, request.depth, request.histograms);
  let breathed = performance.now();
  const chain: Chain = {
    request,
    plan,
    linear: linearOf(request, plan, tools.multiplier),
    activate: elementwise(request.activation),
    round: roundingAll(request.format),
    smallestNormal: formatLimits[request.format].smallestNormal,
    trace,
    tools,
    blocks: (request.backward ? freshBlocks : ringOfBlocks)(plan.units * plan.columns),
    async rest() {
      if (performance.now() - breathed < STRETCH) return;
      await breathe();
      breathed = performance.now();
    },
  };
  for (let row = 0; row < plan.seeds.length; row++) {
    const passed = await there(chain, row);
    if (request.backward) await back(chain, row, passed);
  }
  return resultOf(request, plan, trace, tools.multiplier.fast ? "simd" : "plain");
}

function normals({ tools, blocks }: Chain, seed: number, stream: number): Float64Array {
  const into = blocks();
  tools.multiplier.normals(into, { seed, stream });
  return into;
}

function logRms({ tools, plan, smallestNormal }: Chain, x: Float64Array): number {
  return tools.meter.measure(x, x, plan.columns, smallestNormal).logRms;
}

/** One seed, forward; the layers passed are kept for a way back only. */
async function there(chain: Chain, row: number): Promise<readonly Passed[]> {
  const { request, plan, round, trace, tools, smallestNormal } = chain;
  const seed = plan.seeds[row]!;
  let x = normals(chain, seed, INPUT_STREAM);
  for (let at = 0; at < x.length; at++) x[at]! *= plan.inputDeviation;
  round(x);
  trace.inputLogRms[row] = logRms(chain, x);
  const passed: Passed[] = [];
  for (let layer = 0; layer < request.depth; layer++) {
    const step = throughLayer(chain, seed, layer + 1, x);
    const { output, slopes } = step;
    const measures = tools.meter.measure(output, slopes, plan.columns, smallestNormal);
    record(trace, row, layer, measures, output);
    if (request.backward) passed.push({ ...step, input: x });
    x = output;
    await chain.rest();
  }
  return passed;
}

function throughLayer(chain: Chain, seed: number, layer: number, x: Float64Array) {
  const { request, plan, round, activate } = chain;
  const product = multiplied(chain, seed, layer, x);
  const normalised = request.batchNorm ? normaliseUnits(product, plan.columns) : null;
  const z = normalised ? round(normalised.values) : product;
  const branch = chain.blocks();
  const slopes = chain.blocks();
  activate(z, branch, slopes);
  round(branch);
  const { residual } = request;
  const output = residual ? chain.blocks() : branch;
  if (residual) {
    for (let at = 0; at < x.length; at++) output[at] = x[at]! + residual.scale * branch[at]!;
    round(output);
  }
  return { product, normalised, slopes, output };
}

/** The rounded product; a layer that is all NaN or all 0 needs no weights to be multiplied. */
function multiplied(
  { linear, round, blocks }: Chain,
  seed: number,
  layer: number,
  x: Float64Array,
) {
  const first = x[0]!;
  if (Number.isNaN(first) && x.every(Number.isNaN))
    return new Float64Array(x.length).fill(Number.NaN);
  if (first === 0 && x.every((value) => value === 0)) return new Float64Array(x.length);
  return round(linear.forward(seed, layer, x, blocks));
}

/** One seed, backward. */
async function back(chain: Chain, row: number, passed: readonly Passed[]): Promise<void> {
  const { request, plan, round, trace, linear } = chain;
  const seed = plan.seeds[row]!;
  let g = round(normals(chain, seed, GRADIENT_STREAM));
  for (let layer = request.depth - 1; layer >= 0; layer--) {
    trace.gradientLogRms[row * request.depth + layer] = logRms(chain, g);
    const { input, product, slopes, normalised } = passed[layer]!;
    const scale = request.residual?.scale ?? 1;
    const atZ = round(g.map((value, at) => scale * value * slopes[at]!));
    const atProduct = normalised ? normaliseBackward(normalised, atZ, plan.columns) : atZ;
    const branch = linear.backward(seed, layer + 1, atProduct, input, product);
    const passing = request.residual ? g : null;
    g = round(passing ? branch.map((value, at) => value + passing[at]!) : branch);
    await chain.rest();
  }
  trace.inputGradientLogRms[row] = logRms(chain, g);
}
