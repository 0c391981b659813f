import type { WidgetCase } from "../../widget-kit/define-widget";
import { solvedFor } from "./mixing";
import { rounded, type MixerModel } from "./model";
import type { MixerState } from "./schema";

/** Named states of the desk and what is true of them. */
export const cases: readonly WidgetCase<MixerState, MixerModel>[] = [
  {
    name: "200 channels to one",
    state: {},
    facts: {
      "200 weights and a bias": ({ facts }) => facts[1]!.value === "201",
      "20,000 multiply-accumulates": ({ facts }) => facts[2]!.value === "20,000",
      "one pixel is a sum of 200 products": ({ pixel }) => pixel.channel.terms.length === 200,
      "and what the layer gives there": ({ pixel, outputs, state }) =>
        outputs[state.row * 10 + state.column] === pixel.output,
    },
  },
  {
    name: "Unmixing, not solved",
    state: { task: "unmix" },
    facts: {
      "the first channel holds all three sources": ({ shares }) =>
        shares.map(rounded).join() === "0.6,0.3,0.1",
    },
  },
  {
    name: "Unmixing, solved for the disc",
    state: { task: "unmix", weights: solvedFor(1), row: 12, column: 12 },
    facts: {
      "nothing but the disc is left": ({ shares }) => shares.map(rounded).join() === "0,1,0",
      "it is 1 in the middle": ({ pixel }) => Math.abs(pixel.output - 1) < 1e-6,
    },
  },
  {
    name: "Straight",
    state: { task: "straight" },
    facts: {
      "the error is rounding": ({ test }) => test!.largest < 1e-5,
    },
  },
  {
    name: "Bent by the ReLU",
    state: { task: "straight", relu: true },
    facts: {
      "the error is no rounding": ({ test }) => test!.largest > 0.5,
      "the verdict says so": ({ test }) => test!.verdict.includes("the ReLU bends"),
    },
  },
];
