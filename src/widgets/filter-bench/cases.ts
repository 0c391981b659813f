import type { WidgetCase } from "../../widget-kit/define-widget";
import type { FilterBenchState } from "./state";
import type { FilterBenchModel } from "./view-model";

type Case = WidgetCase<FilterBenchState, FilterBenchModel>;

const preset = (kernel: string, bias = 0) => ({ kernel, bias });

/** Named states of the bench and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "Four filters on the still life",
    state: {},
    facts: {
      "a colour picture has three planes": (vm) => vm.input.channels.length === 3,
      "four filters make four channels": (vm) => vm.filters.length === 4,
      "4 × (3 × 3² + 1) parameters": (vm) => vm.facts[2]!.value === "112",
      "4 × 254² × 27 multiply-accumulates": (vm) => vm.facts[3]!.value === "6,967,728",
    },
  },
  {
    name: "Sobel x on a ramp",
    state: { picture: "ramp", color: "grey", filters: [preset("sobel-x")], row: 100, column: 80 },
    facts: {
      "the answer is exactly 8a": (vm) => vm.cell.output === 8 / 512,
      "and the same elsewhere": (vm) => vm.cellAt({ row: 7, column: 200 }).output === 8 / 512,
    },
  },
  {
    name: "Step edge as a gradient",
    state: {
      picture: "step-edge",
      color: "grey",
      filters: [preset("sobel-x"), preset("sobel-y")],
      sobel: true,
      xChannel: 0,
      yChannel: 1,
      row: 120,
      column: 127,
    },
    facts: {
      "gx is 4 beside the step": (vm) => vm.gradient!.at(vm.cell.cell).gx === 4,
      "gy is 0 beside the step": (vm) => vm.gradient!.at(vm.cell.cell).gy === 0,
      "away from the step both are 0": (vm) => vm.gradient!.at({ row: 120, column: 10 }).gx === 0,
    },
  },
  {
    name: "The identity reproduces the picture",
    state: {
      filters: [preset("identity")],
      picture: "digit",
      color: "grey",
      padding: "same",
      zoom: "cell",
      row: 128,
      column: 128,
    },
    facts: {
      "the output is as large as the picture": (vm) => vm.output.rows === vm.input.rows,
      "the output is the pixel under the middle of the window": (vm) =>
        vm.cell.output === vm.cell.channels[0]!.values[4],
    },
  },
  {
    name: "Box blur on a checkerboard",
    state: {
      picture: "checkerboard",
      color: "grey",
      filters: [preset("box")],
      size: 2,
      row: 31,
      column: 31,
    },
    facts: {
      "two black and two white cells give one half": (vm) => vm.cell.output === 0.5,
      "inside a black square it is 0": (vm) => vm.cellAt({ row: 3, column: 3 }).output === 0,
    },
  },
  {
    name: "Red, green and blue to grey",
    state: { size: 1, filters: [preset("rgb-to-grey")], zoom: "channel", row: 90, column: 120 },
    facts: {
      "a 1 × 1 layer keeps the size": (vm) => vm.output.rows === vm.input.rows,
      "three weights and a bias": (vm) => vm.facts[2]!.value === "4",
      "the weights are 0.299, 0.587 and 0.114": (vm) =>
        vm.filter.kernels.flat().join() === [0.299, 0.587, 0.114].map(Math.fround).join(),
    },
  },
  {
    name: "Three kernels, three partial maps, one sum",
    state: {
      picture: "color-discs",
      size: 2,
      filters: [{ kernel: [1, 0, 0, 1, 0, 1, -1, 0, 0, 0, 0, 0], bias: 1 }],
      zoom: "channel",
      row: 80,
      column: 128,
    },
    facts: {
      "a filter over three channels has three kernels": (vm) => vm.filter.kernels.length === 3,
      "there is one partial map for each": (vm) => vm.partials.length === 3,
      "the partial sums and the bias make the result": (vm) =>
        vm.cell.channels.reduce((sum, { sum: partial }) => sum + partial, vm.cell.bias) ===
        vm.cell.preActivation,
    },
  },
  {
    name: "Numbers that leave 32 bits",
    state: {
      size: 1,
      filters: [{ kernel: [3e38, 3e38, -3e38].map(Math.fround), bias: Math.fround(3e38) }],
      zoom: "cell",
      row: 20,
      column: 20,
    },
    facts: {
      "every single weight is a finite number": (vm) =>
        vm.filter.kernels.flat().every(Number.isFinite),
    },
  },
  {
    name: "Stride 2, dilation 3, reflected border",
    state: {
      filters: [preset("gaussian"), preset("edge")],
      size: 5,
      stride: 2,
      dilation: 3,
      padding: "same",
      paddingMode: "reflect",
      row: 0,
      column: 0,
      zoom: "cell",
    },
    facts: {
      "stride 2 halves the side": (vm) => vm.output.rows === 128 && vm.output.columns === 128,
      "taps outside the picture read their mirror image": (vm) =>
        (vm.cell.window.sources?.length ?? 0) > 0,
    },
  },
  {
    name: "ReLU cuts the negative half",
    state: { activation: "relu", filters: [preset("sobel-x"), preset("sobel-y")], zoom: "channel" },
    facts: {
      "no shown response is negative": (vm) => (vm.filter.map.range?.min ?? 0) >= 0,
    },
  },
];
