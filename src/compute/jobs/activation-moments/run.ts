import type { Activation } from "../../../core/activation/activation";
import { activationOf } from "../../../core/activation/activations";
import { activationMoments } from "../../../core/moments/activation-moments";
import { gaussianMean } from "../../../core/moments/gaussian-mean";
import { meanField } from "../../../core/moments/mean-field";
import { fixedPoints, isNeutral, nextVariance } from "../../../core/moments/variance-map";
import type { ActivationMomentsRequest, ActivationMomentsResult } from "../../activation-moments";
import type { Breathe } from "../job";

const DECADES = 3;
const PER_DECADE = 10;
const EDGES = [-Infinity, -3, -2, -1, 0, 1, 2, 3, Infinity];

const grid = (): readonly number[] =>
  Array.from(
    { length: 2 * DECADES * PER_DECADE + 1 },
    (_, at) => 10 ** (at / PER_DECADE - DECADES),
  );

/** Intervals end at whole numbers, where the panels of the quadrature end too. */
function secondByInterval({ value }: Activation): readonly number[] {
  return EDGES.slice(1).map((to, at) => {
    const from = EDGES[at]!;
    return gaussianMean((z) => (z >= from && z < to ? value(z) ** 2 : 0));
  });
}

/** Moments, map and layers of an activation, by quadrature on the processor. */
export async function runActivationMoments(
  request: ActivationMomentsRequest,
  _plan: null,
  breathe: Breathe,
): Promise<ActivationMomentsResult> {
  const { inputSecondMoment, depth } = request;
  const activation = activationOf(request.activation);
  const moments = activationMoments(activation);
  await breathe();
  const gain = request.gain === "derived" ? moments.gain : request.gain;
  const weightScale = gain ** 2;
  const mapped = Number.isFinite(moments.second) && weightScale > 0 && weightScale < Infinity;
  const variances = mapped ? grid() : [];
  const next: number[] = [];
  for (const variance of variances) {
    next.push(nextVariance(activation, weightScale, variance));
    await breathe();
  }
  const layers: { preVariance: number; chi: number }[] = [];
  let second = inputSecondMoment;
  for (let layer = 0; mapped && layer < depth; layer++) {
    const one = meanField(activation, { weightScale, depth: 1, inputSecondMoment: second })[0]!;
    layers.push({ preVariance: one.preVariance, chi: one.chi });
    second = one.second;
    await breathe();
  }
  return {
    job: "activationMoments",
    asked: request,
    moments,
    secondByInterval: secondByInterval(activation),
    gain,
    map: { variances, next },
    neutral: mapped && isNeutral(variances, next),
    fixedPoints: fixedPoints(activation, weightScale, variances, next),
    layers,
  };
}
