import type { ActivationMomentsResult } from "../../compute/activation-moments";
import { formatNumber } from "../../core/format/number";

/** Slopes this near to 1 neither pull nor push. */
const EVEN = 1e-6;

/** Which way the scale goes, where it keeps to one; "" where it turns back. */
function courseOf(layers: ActivationMomentsResult["layers"]): string {
  const steps = layers.slice(1).map(({ preVariance }, at) => preVariance - layers[at]!.preVariance);
  if (steps.every((step) => step <= 0)) return ": the scale only shrinks";
  // From infinity to infinity is no step, and no way back.
  return steps.some((step) => step < 0) ? "" : ": the scale only grows";
}

/** Whether the scale stays, settles or runs away, from the map and its fixed points. */
export function verdictOf({
  moments,
  gain,
  neutral,
  fixedPoints,
  layers,
}: ActivationMomentsResult): string {
  if (Number.isNaN(moments.second))
    return "The formula has no value for some z, so its mean square is not a number, and there is no gain.";
  if (!(gain > 0 && gain < Infinity))
    return `E f² is ${formatNumber(moments.second)}, and no gain makes up for that.`;
  if (neutral)
    return "With this gain the map is the diagonal: every scale is handed on as it came. Nothing pulls it back, so in a network of finite width it drifts.";
  const last = layers.at(-1)!.preVariance;
  const away = ({ variance }: { readonly variance: number }) => Math.abs(Math.log(last / variance));
  const stable = fixedPoints
    .filter(({ slope }) => Math.abs(slope) < 1 - EVEN)
    .toSorted((a, b) => away(a) - away(b))[0];
  const unstable = fixedPoints.find(({ slope }) => slope > 1 + EVEN);
  const end = `After ${layers.length} layers the variance is ${formatNumber(last)}.`;
  if (stable && Math.abs(last / stable.variance - 1) < 0.1)
    return `The scale settles at a variance of ${formatNumber(stable.variance)}: the map crosses its diagonal with slope ${formatNumber(stable.slope)}, below 1, so errors die out. ${end}`;
  if (unstable)
    return `The map crosses its diagonal at ${formatNumber(unstable.variance)} with slope ${formatNumber(unstable.slope)}, above 1: any error grows by that factor a layer. The scale is unstable. ${end}`;
  if (stable)
    return `The scale is pulled towards ${formatNumber(stable.variance)}, with slope ${formatNumber(stable.slope)}, but has not arrived. ${end}`;
  return `In the range shown the map does not cross its diagonal${courseOf(layers)}. ${end}`;
}
