import type { RenderRequest, RenderResult } from "../../compute/types";
import { windowAt } from "../../core/conv/window";
import { conv2d, geometryOf } from "../../core/conv/conv2d";
import { convCost } from "../../core/conv/cost";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { SumChannel } from "../../viz/sum/sum-line";
import type { WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { DESK_BIAS, makeDesk, mixedPicture, sharesOf, SOURCES, type Desk } from "./mixing";
import type { MixerState } from "./schema";
import { ROUNDING, straightness, type Straightness } from "./straightness";
import { mixerTable } from "./table";

/** One pixel's sum over the channels. */
export interface PixelSum {
  readonly channel: SumChannel;
  readonly bias: number;
  readonly sum: number;
  readonly output: number;
}

export interface MixerModel {
  readonly state: MixerState;
  readonly result: RenderResult | null;
  readonly pixel: PixelSum;
  /** All outputs of the layer, row by row. */
  readonly outputs: Float32Array;
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly work: string;
  }[];
  /** How much of each source the chosen weights leave. */
  readonly shares: readonly number[];
  /** What the test for straightness says; `null` in the other tasks. */
  readonly test: (Straightness & { readonly verdict: string }) | null;
}

export type Mixer = WidgetModel<MixerState, RenderResult, MixerModel>;

/** The desk without its face; it keeps the numbers of the last seed. */
export function createModel(): Mixer {
  const deskAt = createDesks();
  const mixed = mixedPicture();
  const convOf = (state: MixerState) => {
    if (state.task === "unmix") {
      const data = Float32Array.from(state.weights);
      return { input: mixed, weights: { shape: [1, 1, data.length, 1], data }, bias: [0] };
    }
    const { x, weights } = deskAt(state.seed);
    return { input: x, weights, bias: [DESK_BIAS] };
  };
  return {
    request: (state) => requestOf(state, convOf(state)),
    derive(state, result) {
      const conv = convOf(state);
      const { terms, sum, bias, output } = windowAt(conv, { ...state, outChannel: 0 });
      return {
        state,
        result,
        pixel: { channel: { name: `${terms.length} channels`, terms, sum }, sum, bias, output },
        outputs: conv2d(conv).data,
        facts: factsOf(conv),
        shares: sharesOf(state.weights),
        test: state.task === "straight" ? testOf(state, deskAt(state.seed)) : null,
      };
    },
    describe,
    code: codeExamples,
    table: mixerTable,
  };
}

function requestOf({ task }: MixerState, conv: RenderRequest["conv"]): RenderRequest | null {
  if (task === "straight") return null;
  const output = {
    key: "output",
    plane: { of: "output", outChannel: 0 },
    scale: { kind: "signed", limit: "auto" },
  } as const;
  const channels =
    task === "unmix"
      ? SOURCES.map((_, inChannel) => ({
          key: `channel-${inChannel}`,
          plane: { of: "input", inChannel } as const,
          scale: { kind: "plane", tint: "grey" } as const,
        }))
      : [];
  return { job: "render", conv, views: [output, ...channels] };
}

function factsOf(conv: RenderRequest["conv"]): MixerModel["facts"] {
  const g = geometryOf(conv);
  const { weights, parameters, macs } = convCost(g, true);
  return [
    {
      name: "Shapes",
      value: `${g.inHeight} × ${g.inWidth} × ${g.inChannels} → ${g.outHeight} × ${g.outWidth} × 1`,
      work: "nothing moves sideways",
    },
    { name: "Parameters", value: formatInteger(parameters), work: `${weights} weights + 1 bias` },
    {
      name: "Multiply-accumulates",
      value: formatInteger(macs),
      work: `${g.outHeight} × ${g.outWidth} pixels × ${weights}`,
    },
  ];
}

function testOf({ a, b, relu }: MixerState, desk: Desk): MixerModel["test"] {
  const test = straightness(desk, a, b, relu);
  return { ...test, verdict: verdictOf(test.largest, relu) };
}

/** What a largest difference of the two sides says about the filter. */
export function verdictOf(largest: number, relu: boolean): string {
  if (largest >= ROUNDING)
    return `The two sides differ by up to ${formatNumber(largest)}: ${relu ? "the ReLU bends. Nothing else has changed" : "that is more than rounding"}.`;
  const same =
    largest === 0
      ? "The two sides are equal at every pixel"
      : `The two sides differ by ${formatNumber(largest)} at most, which is rounding`;
  return `${same}: ${relu ? "with these factors even the ReLU cannot be told from" : "the mixing alone is"} a straight line.`;
}

function describe({ state, pixel, shares, test }: MixerModel): string {
  if (test)
    return `The 1 × 1 filter of 200 weights${state.relu ? " with a ReLU after it" : ""} is tested with a = ${formatNumber(state.a)} and b = ${formatNumber(state.b)}. ${test.verdict}`;
  const there = `At row ${state.row}, column ${state.column} its sum is ${formatNumber(pixel.output)}.`;
  if (state.task === "pixel")
    return `A 1 × 1 filter makes 10 by 10 by 1 numbers from 10 by 10 by 200: at each pixel 200 products and a bias. ${there}`;
  const left = SOURCES.map(
    ({ name }, at) => `${formatNumber(rounded(shares[at]!))} of the ${name}`,
  );
  return `Three pictures are mixed into three channels. The filter ${state.weights.map(formatNumber).join(", ")} leaves ${left.join(", ")}. ${there}`;
}

/** Without the dust of 32-bit weights. */
export function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

function createDesks(): (seed: number) => Desk {
  let last: { readonly seed: number; readonly desk: Desk } | null = null;
  return (seed) => {
    if (last?.seed !== seed) last = { seed, desk: makeDesk(seed) };
    return last.desk;
  };
}
