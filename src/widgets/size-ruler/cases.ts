import type { WidgetCase } from "../../widget-kit/define-widget";
import type { RulerModel } from "./model";
import type { State } from "./schema";

type Case = WidgetCase<State, RulerModel>;

/** Named states of the ruler and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "10 cells, kernel 2, padding 1",
    state: {},
    facts: {
      "there are 11 places": ({ outputs }) => outputs === 11,
      "every cell of the input is read twice": ({ cells }) =>
        cells.every(({ kind, reads }) => kind === "padding" || reads === 2),
    },
  },
  {
    name: "10 cells, kernel 3, padding 1",
    state: { kernel: 3 },
    facts: {
      "the size is kept": ({ outputs }) => outputs === 10,
      "the verdict says so": ({ verdict }) => verdict.includes("the size is kept"),
    },
  },
  {
    name: "Stride 2 leaves the last cell unread",
    state: { kernel: 3, before: 0, after: 0, stride: 2, at: 3, cell: 9 },
    facts: {
      "there are 4 places": ({ outputs }) => outputs === 4,
      "one cell is left over": ({ unused }) => unused === 1,
      "it is the last": ({ cells }) => cells.at(-1)!.leftOver && cells.at(-1)!.reads === 0,
    },
  },
  {
    name: "One-sided padding keeps 10",
    state: { before: 0, after: 1, linked: false },
    facts: { "there are 10 places": ({ outputs }) => outputs === 10 },
  },
  {
    name: "A dilated window that does not fit",
    state: { input: 7, kernel: 3, before: 0, after: 0, dilation: 4, at: 0 },
    facts: {
      "there is no output": ({ outputs }) => outputs === null,
      "it spans 9 cells": ({ reach }) => reach === 9,
      "the verdict says that none is not zero": ({ verdict }) =>
        verdict.includes("not an output of size 0"),
    },
  },
  {
    name: "AlexNet, 224",
    state: { input: 224, kernel: 11, before: 0, after: 0, stride: 4, at: 20, cell: 100 },
    facts: {
      "there are 54 places": ({ outputs }) => outputs === 54,
      "one cell is left over": ({ unused }) => unused === 1,
    },
  },
];
