import type { ConeLayer } from "../../../core/receptive-field/cone";
import type { ConeLoops } from "../../ops/cone/cone-loops";
import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "../../receptive-field";
import type { Breathe } from "../job";
import { measureEqual } from "./equal";
import type { FieldPlan } from "./plan";
import { averagePoolBack, averagePooled, maxPoolBack, maxPooled, type MaxPooled } from "./pools";
import { drawWeights } from "./weights";

/** Longest stretch of work between two breaths, in milliseconds. */
const STRETCH = 40;
/** Shortest time between two parts that are told, in milliseconds. */
const PACE = 120;

/** What the way back needs of one layer. */
interface Passed {
  /** Null for pools. */
  readonly weights: Float32Array | null;
  /** 1 where a ReLU let its number through; null where there is none. */
  readonly gates: Uint8Array | null;
  /** What a max pool took. */
  readonly pooled: MaxPooled | null;
}

interface Work {
  readonly loops: ConeLoops;
  readonly plan: FieldPlan;
  readonly relu: boolean;
  rest(): Promise<void>;
}

/** Measures the field of one unit, seed by seed. */
export async function runReceptiveField(
  openLoops: (channels: number) => Promise<ConeLoops>,
  request: ReceptiveFieldRequest,
  plan: FieldPlan,
  breathe: Breathe,
): Promise<ReceptiveFieldResult> {
  const { weights, input } = request;
  if (weights.kind === "equal") return measureEqual(request, plan);
  let breathed = performance.now();
  const work: Work = {
    loops: await openLoops(weights.channels),
    plan,
    relu: weights.relu,
    async rest() {
      if (performance.now() - breathed < STRETCH) return;
      await breathe();
      breathed = performance.now();
    },
  };
  const { inRows, inColumns } = plan.cone.layers[0]!;
  const means = {
    size: new Float64Array(inRows * inColumns),
    energy: new Float64Array(inRows * inColumns),
  };
  let heard = 0;
  let told = -Infinity;
  for (const [at, seed] of plan.seeds.entries()) {
    const passed = await there(work, request, seed);
    const gradient = await back(work, passed);
    if (addShares(gradient, means)) heard++;
    const done = at + 1;
    if (done === plan.seeds.length || performance.now() - told < PACE) continue;
    await breathe(resultOf(done));
    told = breathed = performance.now();
  }
  return resultOf(plan.seeds.length);

  /** The means over the first seeds. */
  function resultOf(done: number): ReceptiveFieldResult {
    const spread = (sums: Float64Array) => ({
      shape: input.shape,
      data: placed(
        sums.map((sum) => sum / Math.max(heard, 1)),
        plan,
        input.shape,
      ),
    });
    return {
      job: "receptiveFieldMeasured",
      asked: { layers: request.layers, unit: request.unit, weights },
      madeBy: work.loops.madeBy,
      seeds: plan.seeds.slice(0, done),
      silent: done - heard,
      size: spread(means.size),
      energy: spread(means.energy),
    };
  }
}

const isConv = ({ layer }: ConeLayer): boolean =>
  layer.kind === "conv" || layer.kind === "depthwise";

/** The part of the picture that the unit sees, in the first of the loops' lanes. */
function seenPart({ loops, plan }: Work, { input }: ReceptiveFieldRequest): Float32Array {
  const { inRows, inColumns } = plan.cone.layers[0]!;
  const width = input.shape[1]!;
  const lanes = loops.lanesOf(1);
  const part = new Float32Array(inRows * inColumns * lanes);
  for (let row = 0, to = 0; row < inRows; row++)
    for (let column = 0; column < inColumns; column++, to += lanes)
      part[to] = input.data[(plan.cone.row + row) * width + plan.cone.column + column]!;
  return part;
}

/** Draws every weight; where ReLUs or max pools decide, sends the picture through. */
async function there(
  work: Work,
  request: ReceptiveFieldRequest,
  seed: number,
): Promise<readonly Passed[]> {
  const { plan, loops, relu } = work;
  const last = plan.cone.layers.length - 1;
  let x = plan.gated ? seenPart(work, request) : null;
  const passed: Passed[] = [];
  for (const [at, cone] of plan.cone.layers.entries()) {
    const weights = isConv(cone) ? drawWeights(cone, seed, at, relu ? Math.SQRT2 : 1) : null;
    const lanes = loops.lanesOf(cone.outChannels);
    let gates: Uint8Array | null = null;
    let pooled: MaxPooled | null = null;
    if (x && weights) {
      x = loops.forward(cone, x, weights);
      if (relu && at < last) gates = rectify(x);
    } else if (x && cone.layer.kind === "maxPool") {
      pooled = maxPooled(cone, x, lanes);
      x = pooled.output.data;
    } else if (x) x = averagePooled(cone, x, lanes);
    passed.push({ weights, gates, pooled });
    await work.rest();
  }
  return passed;
}

/** ReLU in place; 1 for every number that was let through. */
function rectify(x: Float32Array): Uint8Array {
  const gates = new Uint8Array(x.length);
  for (let at = 0; at < x.length; at++)
    if (x[at]! > 0) gates[at] = 1;
    else x[at] = 0;
  return gates;
}

/** The gradient of channel 0 of the unit by what it sees of the picture, `[rows, columns, lanes]`. */
async function back(work: Work, passed: readonly Passed[]): Promise<Float32Array> {
  const { loops, plan } = work;
  let gradient: Float32Array = new Float32Array(
    loops.lanesOf(plan.cone.layers.at(-1)!.outChannels),
  );
  gradient[0] = 1;
  for (let at = plan.cone.layers.length - 1; at >= 0; at--) {
    const cone = plan.cone.layers[at]!;
    const { weights, gates, pooled } = passed[at]!;
    if (gates) for (let i = 0; i < gradient.length; i++) gradient[i]! *= gates[i]!;
    const lanes = loops.lanesOf(cone.outChannels);
    if (weights) gradient = loops.backward(cone, gradient, weights);
    else if (pooled) gradient = maxPoolBack(cone, pooled, gradient, lanes);
    else gradient = averagePoolBack(cone, gradient, lanes);
    await work.rest();
  }
  const lanes = loops.lanesOf(1);
  return gradient.filter((_, i) => i % lanes === 0);
}

/** Adds one seed's shares; false where no gradient arrived. */
function addShares(
  gradient: Float32Array,
  means: { readonly size: Float64Array; readonly energy: Float64Array },
): boolean {
  let size = 0;
  let energy = 0;
  for (const value of gradient) {
    size += Math.abs(value);
    energy += value * value;
  }
  if (!(size > 0) || !Number.isFinite(energy)) return false;
  for (let at = 0; at < gradient.length; at++) {
    const value = gradient[at]!;
    means.size[at]! += Math.abs(value) / size;
    means.energy[at]! += (value * value) / energy;
  }
  return true;
}

/** The seen part in its place on the picture. */
function placed(part: Float64Array, { cone }: FieldPlan, shape: readonly number[]) {
  const { row, column } = cone;
  const [height, width] = shape as [number, number];
  const { inRows, inColumns } = cone.layers[0]!;
  const data = new Float32Array(height * width);
  for (let y = 0; y < inRows; y++)
    for (let x = 0; x < inColumns; x++)
      data[(row + y) * width + column + x] = part[y * inColumns + x]!;
  return data;
}
