import { formatLimits } from "../../../core/float-format/float-format";
import type { WebglContext } from "../../device/webgl/context";
import { runWebglChain, webglServes } from "../../ops/chain/webgl";
import type { SignalChainRequest, SignalChainResult } from "../../signal-chain";
import type { Breathe } from "../job";
import { elementwise } from "./elementwise";
import type { SignalPlan } from "./plan";
import { resultOf } from "./result";
import { roundingAll } from "./round-all";
import { INPUT_STREAM } from "./streams";
import type { Tools } from "./tools";
import { createTrace, record, type SignalTrace } from "./trace";

/** Seeds that go through the layers side by side. */
const TOGETHER = 32;
/** Between these, in powers of ten, every machine's float32 is the same; beyond, drivers differ. */
const SAFE = { least: -30, most: 34 };
const STRETCH = 40;

type NormalOrUniform = Extract<SignalPlan["law"], { kind: "normal" | "uniform" }>;

function serves(context: WebglContext, request: SignalChainRequest, plan: SignalPlan): boolean {
  const { method, layer, format, activation, residual, batchNorm, backward } = request;
  return (
    context.precision === "float32" &&
    method === "literal" &&
    layer.kind === "dense" &&
    plan.columns === 1 &&
    (format === "float32" || format === "float32-flush") &&
    !(residual || batchNorm || backward) &&
    webglServes(activation, plan.law, plan.units)
  );
}

/**
 * The chain on the graphics processor; null where that has no way to do it, or the signal goes where
 * drivers flush, overflow and count as they like. The processor does it then, from the start.
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
  for (let first = 0; first < plan.seeds.length; first += TOGETHER)
    if (!(await runBatch(context, tools, request, plan, trace, first, breathe))) return null;
  return resultOf(request, plan, trace, "webgl");
}

async function runBatch(
  context: WebglContext,
  { multiplier, meter }: Tools,
  request: SignalChainRequest,
  plan: SignalPlan,
  trace: SignalTrace,
  first: number,
  breathe: Breathe,
): Promise<boolean> {
  const { units, law, inputDeviation } = plan;
  const seeds = plan.seeds.slice(first, first + TOGETHER);
  const { smallestNormal } = formatLimits[request.format];
  const activate = elementwise(request.activation);
  const round = roundingAll(request.format);
  const numbers = new Float64Array(units);
  const values = new Float64Array(units);
  const slopes = new Float64Array(units);
  const input = new Float32Array(seeds.length * units);
  seeds.forEach((seed, row) => {
    multiplier.normals(numbers, { seed, stream: INPUT_STREAM });
    input.set(round(numbers.map((value) => inputDeviation * value)), row * units);
    numbers.set(input.subarray(row * units, (row + 1) * units));
    trace.inputLogRms[first + row] = meter.measure(numbers, numbers, 1, smallestNormal).logRms;
  });
  let safe = true;
  let breathed = performance.now();
  const chain = {
    law: law as NormalOrUniform,
    units,
    depth: request.depth,
    activation: request.activation,
    seeds,
    input,
  };
  await runWebglChain(context, chain, async (layer, z) => {
    for (let row = 0; row < seeds.length && safe; row++) {
      numbers.set(z.subarray(row * units, (row + 1) * units));
      activate(numbers, values, slopes);
      const measures = meter.measure(round(values), slopes, 1, smallestNormal);
      safe = measures.logRms > SAFE.least && measures.logRms < SAFE.most;
      record(trace, first + row, layer - 1, measures, values);
    }
    if (safe && performance.now() - breathed > STRETCH) {
      await breathe();
      breathed = performance.now();
    }
    return safe;
  });
  return safe;
}
