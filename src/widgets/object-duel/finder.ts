import type { DetectionResult, FinderResult, FinderSpec } from "../../compute/detection";
import type { Tensor } from "../../compute/types";
import { convCost } from "../../core/conv/cost";
import { convGeometry } from "../../core/conv/geometry";
import { windowAt } from "../../core/conv/window";
import { contrastOf, embedded, noiseGainOf, plainKernel } from "../../core/detection/finder-kernel";
import { bestOperatingPoint, operatingPoint } from "../../core/detection/operating-point";
import { MOST_PEAKS } from "../../core/detection/peaks";
import { middleOf, type Place } from "../../core/detection/place";
import { SCENE_SIDE } from "../../core/detection/scene";
import { formatInteger, formatNumber } from "../../core/format/number";
import { BEST, NONE } from "./state";
import type { FinderFound, FinderModel, FinderTrace } from "./view-model";

const kinds: Readonly<Record<FinderSpec["kernel"], string>> = {
  box: "plain average",
  gaussian: "bell-shaped average",
  template: "template",
  learned: "learned kernel",
  inside: "first kernel framed in zeros",
};

interface FinderInput {
  readonly index: 0 | 1;
  /** What the state asks for, for as long as there is no result. */
  readonly wanted: FinderSpec;
  readonly result: DetectionResult | null;
  /** The weights of the finder before it. */
  readonly inner: readonly number[] | null;
  readonly objectSize: number;
  readonly cut: number;
  readonly image: () => Tensor;
}

/** A finder as the result has it; before there is one, what is known of it without a search. */
export function finderModel(input: FinderInput): FinderModel {
  const { index, wanted, result, objectSize } = input;
  const searched = result?.finders[index] ?? null;
  const spec = searched ? { size: searched.size, kernel: searched.kernel } : wanted;
  const weights = searched?.weights ?? weightsOf(spec, input);
  const geometry = convGeometry({
    inputShape: [1, SCENE_SIDE, SCENE_SIDE, 1],
    weightShape: [spec.size, spec.size, 1, 1],
  });
  const cost = convCost(geometry, false);
  const key = `response-${index}`;
  const picture = result?.pictures[key] ?? null;
  return {
    index,
    name: `${spec.size} × ${spec.size}`,
    kind: kinds[spec.kernel],
    spec,
    weights,
    side: geometry.outHeight,
    shift: middleOf(spec.size),
    key,
    picture,
    range: picture?.range ?? null,
    limit: picture?.limit ?? null,
    found: searched && result ? foundOf(searched, result, input.cut) : null,
    contrast: weights && contrastOf(weights, objectSize),
    noiseGain: weights && noiseGainOf(weights),
    training: searched?.training ?? null,
    weightCount: cost.weights,
    macs: cost.macs,
    traceAt: (place) => weights && traceOf(input.image(), weights, searched?.bias ?? 0, place),
  };
}

function weightsOf({ size, kernel }: FinderSpec, { inner, objectSize }: FinderInput) {
  if (kernel === "learned") return null;
  if (kernel === "inside") return inner && embedded(inner, size);
  return plainKernel(kernel, size, objectSize);
}

function foundOf({ peaks }: FinderResult, { objects }: DetectionResult, cut: number): FinderFound {
  const strongest = Math.max(peaks[0]?.value ?? 0, 0);
  const valueOf = (percent: number) => (percent >= NONE ? Infinity : (percent / 100) * strongest);
  const best = cut === BEST;
  const point = best ? bestOperatingPoint(peaks) : operatingPoint(peaks, valueOf(cut));
  const passed = peaks.filter(({ value }) => value >= point.threshold);
  const taken = new Set(passed.map(({ object }) => object));
  const cutShort = passed.length === MOST_PEAKS;
  const percent = Number.isFinite(point.threshold)
    ? Math.floor((point.threshold / strongest) * 100)
    : NONE;
  return {
    finds: passed.map(({ row, column, object }) => ({
      row,
      column,
      kind: object === null ? "false alarm" : "hit",
    })),
    missed: objects.filter((_, at) => !taken.has(at)),
    hits: point.hits,
    falseAlarms: point.falseAlarms,
    falseAlarmsText: formatInteger(point.falseAlarms) + (cutShort ? " or more" : ""),
    threshold: {
      percent: best ? percent : cut,
      best,
      text: (at) => thresholdText(best && at === percent ? point.threshold : valueOf(at)),
    },
  };
}

function thresholdText(threshold: number): string {
  return Number.isFinite(threshold) ? formatNumber(threshold) : "above every answer";
}

function traceOf(
  input: Tensor,
  weights: readonly number[],
  bias: number,
  { row, column }: Place,
): FinderTrace | null {
  const size = Math.sqrt(weights.length);
  const window = { row: row - middleOf(size), column: column - middleOf(size) };
  const last = SCENE_SIDE - size;
  if (Math.min(window.row, window.column) < 0 || Math.max(window.row, window.column) > last)
    return null;
  const kernel = { shape: [size, size, 1, 1], data: Float32Array.from(weights) };
  const { terms, sum, output } = windowAt(
    { input, weights: kernel, bias: [bias] },
    { ...window, outChannel: 0 },
  );
  return { channel: { name: "window", terms, sum }, bias, sum, output, window };
}
