import type { WidgetCase } from "../../widget-kit/define-widget";
import type { ShrinkState } from "./state";
import type { ShrinkModel } from "./view-model";

export const cases: readonly WidgetCase<ShrinkState, ShrinkModel>[] = [
  {
    name: "199 to 1, one 3 × 3 after the other",
    state: { depth: 99, row: 0, column: 0 },
    facts: {
      "99 layers reach 1 × 1": ({ chain }) => chain.layers.length === 99 && chain.ending === "one",
      "the printed list has every size": ({ chainText }) =>
        chainText.startsWith("199x199 > 197x197 > 195x195") && chainText.endsWith("3x3 > 1x1"),
      "990 parameters": ({ cost }) => cost.parameters === 990 && cost.weights === 891,
      "11,643,291 multiply-accumulates": ({ cost }) => cost.macs === 11_643_291,
      "means stay between the picture's ends": ({ shown, picture }) =>
        shown.measure !== null &&
        shown.measure.min >= picture.min &&
        shown.measure.max <= picture.max,
      "the last number sees the whole picture": ({ cost }) => cost.field === 199,
      "its sum is written out and is the number that was kept": ({ trace, output }) =>
        trace!.terms.length === 9 && trace!.result === output,
    },
  },
  {
    name: "200 never gets to 1",
    state: { side: 200, depth: 99, row: 1, column: 1 },
    facts: {
      "it ends at 2": ({ chain }) => chain.sides.at(-1) === 2 && chain.ending === "tooLarge",
      "the nearest picture that arrives has a side of 199": ({ remedies }) =>
        remedies[0]?.change.side === 199,
    },
  },
  {
    name: "Padding 1 takes nothing away",
    state: { side: 64, padding: 1, depth: 1, row: 0, column: 0, picture: "digit" },
    facts: {
      "one layer is shown, and its map is as large": ({ chain }) =>
        chain.sides.join() === "64,64" && chain.ending === "stuck",
      "padding 0 is too even, stride 2 is offered": ({ remedies }) =>
        remedies.some(({ change }) => change.stride === 2),
      "the corner's window reads zeros beyond the edge": ({ trace }) =>
        trace!.terms.filter(({ source }) => source === null).length === 5,
    },
  },
  {
    name: "Stride 2 needs eight layers",
    state: {
      stride: 2,
      padding: 1,
      kernel: "edge",
      display: "signed",
      depth: 3,
      row: 9,
      column: 9,
    },
    facts: {
      "199, 100, 50, 25, 13, 7, 4, 2, 1": ({ chain }) =>
        chain.sides.join() === "199,100,50,25,13,7,4,2,1",
      "edges have two signs": ({ shown }) => shown.measure!.min < 0 && shown.measure!.max > 0,
    },
  },
  {
    name: "Max pools by turns",
    state: { pool: "max", depth: 2, row: 20, column: 30, picture: "zone-plate" },
    facts: {
      "a pool keeps the largest of four": ({ trace, output }) =>
        trace!.kind === "largest" &&
        trace!.terms.length === 4 &&
        Math.max(...trace!.terms.map(({ value }) => value)) === output,
      "pools have no parameters": ({ cost }) => cost.layers[1]!.parameters === 0,
    },
  },
  {
    name: "Nine times too much at every layer",
    state: { gain: 9, depth: 60, row: 10, column: 10, picture: "step-edge" },
    facts: {
      "the numbers leave 32 bits near the fortieth layer": ({ measures }) => {
        const first = measures.findIndex(({ positiveInfinity }) => positiveInfinity > 0) + 1;
        return first >= 40 && first <= 42;
      },
      "and it is said": ({ signalText }) => signalText.includes("too large for 32-bit floats"),
    },
  },
];
