import type { WidgetCase } from "../../widget-kit/define-widget";
import type { StackModel } from "./model";
import { choosePreset } from "./presets";
import type { FigureId, RoadId, State } from "./state";

type Case = WidgetCase<State, StackModel>;

const value = ({ roads }: StackModel, road: RoadId, figure: FigureId) =>
  roads.find(({ id }) => id === road)!.figures[figure].value;

/** Named states of the comparison and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "Two 3 × 3 against 5 × 5, 64 channels",
    state: {},
    facts: {
      "73,728 weights in the stack": (vm) => value(vm, "stack", "weights") === 73_728,
      "102,400 in the single kernel": (vm) => value(vm, "single", "weights") === 102_400,
      "28 % fewer": ({ verdict }) => verdict.includes("28 % fewer"),
      "both see 5 × 5": (vm) => vm.roads.every((road) => road.figures.field.value === 5),
    },
  },
  {
    name: "The stem, where the stack loses",
    state: { ...choosePreset("stem"), road: "single", figure: "macs" },
    facts: {
      "9,408 against 75,456 weights": (vm) =>
        value(vm, "single", "weights") === 9408 && value(vm, "stack", "weights") === 75_456,
      "the verdict says so": ({ verdict }) => verdict.startsWith("Here the single kernel wins"),
      "up to 28 input channels": ({ breakEven }) => breakEven.includes("up to 28 the single"),
    },
  },
  {
    name: "No activation between",
    state: { activation: false, inputs: 1, between: 1, outputs: 1, figure: "bends" },
    facts: {
      "17 free numbers of 25": ({ freedom }) =>
        freedom.includes("= 17 free numbers, where the kernel has 25"),
      "two binomials are a larger one": ({ composed }) =>
        [...composed!.data.slice(0, 5)].join() === "1,4,6,4,1",
      "nothing bends": (vm) => value(vm, "stack", "bends") === 0,
    },
  },
  {
    name: "Ten 3 × 3 without padding",
    state: { ...choosePreset("ten"), figure: "macs" },
    facts: {
      "715,860 against 2,822,400 MACs": (vm) =>
        value(vm, "stack", "macs") === 715_860 && value(vm, "single", "macs") === 2_822_400,
    },
  },
  {
    name: "A depthwise 7 × 7 on 96 channels",
    state: { ...choosePreset("depthwise"), road: "depthwise" },
    facts: {
      "4,704 weights before the mixing": ({ opened }) => opened.figure.work[0]!.endsWith("= 4,704"),
    },
  },
];
