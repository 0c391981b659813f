import type { WidgetCase } from "../../widget-kit/define-widget";
import { endOf } from "./moments";
import type { State } from "./schema";
import type { StepTrainerModel } from "./view-model";

type Case = WidgetCase<State, StepTrainerModel>;

const done = endOf("update");

/** Named states of the trainer and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "The hand example, forward",
    state: {},
    facts: {
      "the loss is 33": ({ shown }) => shown.loss[0] === 33,
      "no slope is shown before it is worked out": ({ shown }) =>
        shown.dw.every((slope) => slope === null),
      "the engine gives the same z": ({ check }) => check === null || check.includes("exactly"),
    },
  },
  {
    name: "The hand example, backward",
    state: { moment: endOf("backward"), open: "dx2" },
    facts: {
      "dL/dw is 17, 3, 10, 26": ({ shown }) => shown.dw.join() === "17,3,10,26",
      "dL/dx is the full convolution of G with w": ({ shown }) =>
        shown.dx.join() === "1,7,-8,1,1,16,0,2,0",
      "ReLU cuts the output with −2": ({ shown }) => shown.dz[3] === 0,
      "an open number ends in its value": ({ work }) => work!.lines.at(-1)!.result === -8,
    },
  },
  {
    name: "Two steps of 0.01",
    state: { step: 1, moment: done },
    facts: {
      "the first step brings the loss to 22.4793": ({ curve }) =>
        Math.abs(curve[1]!.loss - 22.4793) < 1e-9,
      "the second one brings it further down": ({ curve }) => curve[2]!.loss < curve[1]!.loss,
    },
  },
  {
    name: "Ten times the rate",
    state: { rate: 0.1, moment: done },
    facts: {
      "the unit is dead": ({ dead }) => dead,
      "its loss is 0": ({ curve }) => curve.at(-1)!.loss === 0,
    },
  },
  {
    name: "Dead, and wrong for good",
    state: { rate: 0.1, target: 3, step: 9, moment: done },
    facts: {
      "the unit is dead": ({ dead }) => dead,
      "the loss is that of answering 0 where 3 was asked": ({ curve }) => curve.at(-1)!.loss === 18,
      "nothing moves any more": ({ moves }) => moves.every(({ change }) => change === 0),
    },
  },
];
