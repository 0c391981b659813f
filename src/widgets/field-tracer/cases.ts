import type { WidgetCase } from "../../widget-kit/define-widget";
import type { FieldTracerState } from "./state";
import type { FieldTracerModel } from "./view-model";

type Case = WidgetCase<FieldTracerState, FieldTracerModel>;

const has =
  (size: number, jump: number) =>
  ({ field }: FieldTracerModel): boolean =>
    field.size === size && field.jump === jump;

const near = (value: number, wanted: number, room: number): boolean =>
  Math.abs(value - wanted) <= room;

/** Named states of the tracer and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "The last pixel of the 99 layers",
    state: {},
    facts: {
      "sees all of 199 × 199": (vm) => has(199, 1)(vm) && vm.seen.rows === 199,
      "spreads 8.12 pixels": (vm) => near(vm.bell!.spread.rows, 8.12, 0.005),
      "has 95 % of its influence in 37 × 37": (vm) => vm.bell!.spread.square === 37,
      "hears 4.8 % of the pixels": (vm) => near(vm.bell!.spread.audible, 0.048, 0.0005),
      "has lost 18 % of its shares in float32": (vm) => near(vm.bell!.spread.lost, 0.18, 0.005),
      "has no holes": (vm) => vm.bell!.spread.holes === 0,
    },
  },
  {
    name: "VGG-16 at its last pool, in the corner",
    state: { net: "vgg-16", row: 0, column: 0, bell: false },
    facts: {
      "sees 212 × 212, neighbours 32 apart": has(212, 32),
      "begins 90 pixels before the picture": (vm) => vm.region.row === -90,
      "has much of its field on padding": (vm) => vm.onPadding > 0.6,
      "is the eighteenth layer": (vm) => vm.unit.depth === 18,
    },
  },
  {
    name: "Equal dilations leave holes",
    state: { net: "gridding", scale: "log" },
    facts: {
      "sees 13 × 13": has(13, 1),
      "reads 7 × 7 of them": (vm) => near(vm.bell!.spread.holes, 1 - 49 / 169, 1e-9),
    },
  },
  {
    name: "Doubling dilations leave none",
    state: { net: "dilated" },
    facts: {
      "sees 15 × 15": has(15, 1),
      "reads all of them": (vm) => vm.bell!.spread.holes === 0,
    },
  },
  {
    name: "LeNet-5’s second pool, measured",
    state: { net: "lenet-5", depth: 4, weights: "random", seeds: 4, picture: "digit" },
    facts: {
      "sees 16 × 16, neighbours 4 apart": has(16, 4),
      "is called S4": (vm) => vm.layerName.startsWith("S4"),
    },
  },
  {
    name: "A stack of one’s own that ends early",
    state: {
      net: "own",
      side: 16,
      layers: [
        { kind: "conv", kernelSize: 7, stride: 2, padding: 3 },
        { kind: "maxPool", kernelSize: 3, stride: 2, padding: 1 },
        { kind: "conv", kernelSize: 5 },
      ],
      picture: "zone-plate",
    },
    facts: {
      "keeps the layers that fit": (vm) => vm.stack.layers.length === 2 && vm.stack.cut === 1,
      "says why": (vm) => /No window of layer 3 fits a map of 4 × 4/.test(vm.note ?? ""),
    },
  },
];
