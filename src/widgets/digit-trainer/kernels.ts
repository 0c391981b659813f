import { formatNumber, formatSigned } from "../../core/format/number";
import { chanceOfResemblance, nearestPreset } from "../../core/kernel/similarity";
import type { Tensor } from "../../core/tensor";
import { convPaths, layerNames, type Fitted } from "./fit";
import type { DigitTrainerState, KernelShow } from "./state";
import { percent } from "./verdict";
import type { KernelModel, KernelsModel, TrainerSession } from "./view-model";

/** Kernels drawn at most. */
const MOST = 16;
const LIKE = [0.5, 0.8] as const;
const DRAWS = 400;

/** Where the numbers of a kernel come from. */
interface Sources {
  readonly weights: Tensor | null;
  readonly first: Tensor | null;
  readonly gradient: Tensor | null;
  readonly update: Tensor | null;
}

/**
 * The kernels of one convolution on one shared scale. A filter over several channels shows the
 * kernel on its first channels in turn: all kernels of filter 1, then of filter 2.
 */
export function kernelsModel(
  state: Pick<DigitTrainerState, "conv" | "show">,
  fitted: Fitted,
  session: TrainerSession | null,
  first: Tensor | null,
  warning: string,
): KernelsModel {
  const paths = convPaths(fitted.network);
  const path = paths[state.conv] ?? paths[0]!;
  const name = `${path}/weights`;
  const sources: Sources = {
    weights: session?.snapshot?.parameters[name] ?? first,
    first: session?.first?.parameters[name] ?? first,
    gradient: session?.detail?.gradients[name] ?? null,
    update: session?.detail?.updates[name] ?? null,
  };
  const shown = sources[state.show];
  const names = layerNames(fitted.network);
  const layers = paths.map((at) => names[at]!);
  const range = rangeOf(shown);
  const kernels = shown ? kernelsOf(shown, sources) : [];
  return {
    show: state.show,
    layer: names[path]!,
    layers,
    kernels,
    hidden: shown ? shown.shape[2]! * shown.shape[3]! - kernels.length : 0,
    limit: Math.max(Math.abs(range.min), Math.abs(range.max)) || 1,
    range,
    missing: shown ? null : missingOf(state.show),
    warning,
  };
}

function missingOf(show: KernelShow): string {
  return show === "gradient" || show === "update"
    ? "There is no gradient before the first step. Take one step."
    : "The kernels are being drawn.";
}

function kernelsOf(shown: Tensor, sources: Sources): readonly KernelModel[] {
  const [size, , inChannels, outChannels] = shown.shape as [number, number, number, number];
  const models: KernelModel[] = [];
  for (let out = 0; out < outChannels; out++)
    for (let inn = 0; inn < inChannels && models.length < MOST; inn++) {
      const place = (tap: number) => (tap * inChannels + inn) * outChannels + out;
      const values = Float32Array.from(
        { length: size * size },
        (_, tap) => shown.data[place(tap)]!,
      );
      models.push({
        name: inChannels > 1 ? `filter ${out + 1}, input ${inn + 1}` : `filter ${out + 1}`,
        values,
        size,
        likeness: likenessOf(values, size),
        weightAt: (tap) => weightStory(sources, place(tap), size, tap),
      });
    }
  return models;
}

function likenessOf(values: Float32Array, size: number): string {
  if (size !== 3) return "";
  const nearest = nearestPreset(values, size);
  if (!nearest) return "like nothing";
  const sign = nearest.cosine < 0 ? "minus " : "";
  return `${sign}${nearest.label}, ${Math.abs(nearest.cosine).toFixed(2)}`;
}

function weightStory(
  { weights, first, gradient, update }: Sources,
  place: number,
  size: number,
  tap: number,
): string {
  const where = `Row ${Math.floor(tap / size)}, column ${tap % size}`;
  const now = weights?.data[place];
  if (now === undefined) return `${where}.`;
  const began = first?.data[place];
  const start = began === undefined ? "" : ` It began as ${formatNumber(began)}.`;
  const slope = gradient?.data[place];
  const moved = update?.data[place];
  if (slope === undefined || moved === undefined)
    return `${where}: the weight is ${formatNumber(now)}.${start}`;
  return (
    `${where}: ${formatNumber(now - moved)} ${formatSigned(moved).replace(/^(.)/, "$1 ")} = ${formatNumber(now)} ` +
    `in the last step, whose slope was ${formatNumber(slope)}.${start}`
  );
}

function rangeOf(tensor: Tensor | null): { readonly min: number; readonly max: number } {
  if (!tensor) return { min: 0, max: 0 };
  const finite = tensor.data.filter((value) => Number.isFinite(value));
  return finite.length === 0
    ? { min: 0, max: 0 }
    : {
        min: finite.reduce((least, value) => Math.min(least, value), Infinity),
        max: finite.reduce((most, value) => Math.max(most, value), -Infinity),
      };
}

/** How often dice resemble something, measured. */
export function likenessWarning(): string {
  const [half, most] = LIKE.map((threshold) =>
    percent(chanceOfResemblance(3, threshold, DRAWS, 1)),
  ) as [string, string];
  return (
    `Names are to be taken with care: of kernels drawn by dice ${half} resemble some hand-made one ` +
    `with a cosine of ${LIKE[0]} or more, and ${most} with ${LIKE[1]} or more.`
  );
}
