import type { WidgetCase } from "../../widget-kit/define-widget";
import type { GainModel } from "./model";
import type { MeasureId, State } from "./schema";

type Case = WidgetCase<State, GainModel>;

const value = ({ measures }: GainModel, id: MeasureId): number =>
  measures.find((measure) => measure.id === id)!.value;

const near = (a: number, b: number, by = 1e-3): boolean => Math.abs(a - b) < by;

/** Named states of the lab and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "GELU with its gain",
    state: {},
    facts: {
      "the gain is 1.5335": (vm) => near(value(vm, "gain"), 1.53353),
      "the map's slope is 1.144": (vm) => near(value(vm, "mapSlope"), 1.144),
      "so the scale is unstable": ({ verdict }) => verdict.includes("The scale is unstable"),
    },
  },
  {
    name: "tanh with PyTorch's 5/3",
    state: { activation: "tanh", derived: false, gain: 1.666667, start: 0, open: "chi" },
    facts: {
      "the scale settles": ({ verdict }) => verdict.startsWith("The scale settles"),
      "at a pre-activation variance of 1.178": ({ result }) =>
        near(result!.fixedPoints.at(-1)!.variance, 1.1785),
    },
  },
  {
    name: "ReLU at √2 hands every scale on",
    state: { activation: "relu", open: "second" },
    facts: {
      "the map is the diagonal": ({ result }) => result!.neutral,
      "half of the square is kept": (vm) => near(value(vm, "second"), 0.5, 1e-12),
      "all of it from positive z": ({ result }) =>
        result!.secondByInterval.slice(0, 4).every((share) => share === 0),
    },
  },
  {
    name: "A formula of one's own",
    state: { activation: "typed", formula: "x * sigmoid(1.702 * x)", start: 0.5 },
    facts: {
      "its gain is near GELU's": (vm) => near(value(vm, "gain"), 1.5335, 0.02),
    },
  },
  {
    name: "A formula that is none",
    state: { activation: "typed", formula: "tanh(x) + foo(x)" },
    facts: {
      "the mistake is at its character": ({ mistake }) => mistake!.at === 10,
    },
  },
  {
    name: "A formula without a value below 0",
    state: { activation: "typed", formula: "sqrt(x)", open: "second" },
    facts: {
      "the verdict says so": ({ verdict }) => verdict.includes("no value for some z"),
      "there is no gain to send on": ({ gain }) => gain === null,
    },
  },
];
