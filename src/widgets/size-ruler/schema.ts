import { kernelReach, outputSize } from "../../core/conv/geometry";
import { bool } from "../../schema/codecs/bool";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";

export interface State {
  /** Cells of the input. */
  readonly input: number;
  /** Taps of the window. */
  readonly kernel: number;
  /** Padding cells before and after the input. */
  readonly before: number;
  readonly after: number;
  /** Both paddings move together. */
  readonly linked: boolean;
  readonly stride: number;
  readonly dilation: number;
  /** Window shown, from 0. */
  readonly at: number;
  /** Cell whose readings are written out, from 0 at the first padding cell. */
  readonly cell: number;
  /** Windows a second when it plays. */
  readonly speed: number;
}

export const RANGES = {
  input: { min: 1, max: 256 },
  kernel: { min: 1, max: 20 },
  padding: { min: 0, max: 10 },
  stride: { min: 1, max: 5 },
  dilation: { min: 1, max: 4 },
} as const;

/** Places of the window, or `null` when it does not fit. */
export function outputsOf({ input, kernel, before, after, stride, dilation }: State) {
  return outputSize(input, kernel, { padBefore: before, padAfter: after, stride, dilation });
}

/** The kernel of most taps that the padded input has room for. */
export function largestKernel({ input, before, after, dilation }: State): number {
  let kernel: number = RANGES.kernel.max;
  while (kernelReach(kernel, dilation) > input + before + after) kernel--;
  return kernel;
}

/** Linked paddings are equal, and window and cell are on the ruler. */
function repair(state: State): State {
  const linked = state.linked ? { ...state, after: state.before } : state;
  const outputs = outputsOf(linked);
  const cells = linked.input + linked.before + linked.after;
  return {
    ...linked,
    at: Math.min(linked.at, (outputs ?? 1) - 1),
    cell: Math.min(linked.cell, cells - 1),
  };
}

export const schema = defineSchema<State>({
  version: 1,
  repair,
  fields: {
    input: int({ ...RANGES.input, default: 10 }),
    kernel: int({ ...RANGES.kernel, default: 2 }),
    before: int({ ...RANGES.padding, default: 1 }),
    after: int({ ...RANGES.padding, default: 1 }),
    linked: bool(true),
    stride: int({ ...RANGES.stride, default: 1 }),
    dilation: int({ ...RANGES.dilation, default: 1 }),
    at: int({ min: 0, max: 275, default: 3 }),
    cell: int({ min: 0, max: 275, default: 4 }),
    speed: oneOf([1, 2, 4, 16], 2),
  },
});
