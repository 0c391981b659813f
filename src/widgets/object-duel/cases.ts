import type { Place } from "../../core/detection/place";
import type { WidgetCase } from "../../widget-kit/define-widget";
import { duelPresets } from "./presets";
import type { DuelState } from "./state";
import type { DuelModel } from "./view-model";

const preset = (id: string) => duelPresets.find((one) => one.id === id)!.state;
const work = ({ rows }: DuelModel, name: string) => rows.find((row) => row.name === name)!.facts;
const isPlace =
  ({ place }: DuelModel) =>
  ({ row, column }: Place) =>
    row === place.row && column === place.column;
const hits = ({ finders }: DuelModel) => finders.map(({ found }) => found!.hits);

/** Named states of the duel and what is true of them. */
export const cases: readonly WidgetCase<DuelState, DuelModel>[] = [
  {
    name: "Two averages",
    state: {},
    facts: {
      "the small average finds nearly all of the 24": (vm) => hits(vm)[0]! >= 22,
      "the large one finds nothing": (vm) => hits(vm)[1] === 0,
      "the answers written out are those to an object that the small one finds": (vm) =>
        vm.scene.objects.some(isPlace(vm)) && !vm.finders[0].found!.missed.some(isPlace(vm)),
      "a box of 20 answers 9 / 400": (vm) =>
        work(vm, "Answer to one object")[1]!.value === "0.0225",
      "signal to noise is 3 / σ": (vm) => work(vm, "Signal to noise")[0]!.work === "3 ÷ σ",
      "and 0.45 / σ": (vm) => work(vm, "Signal to noise")[1]!.work === "0.45 ÷ σ",
      "86,436 multiply-accumulates": (vm) =>
        work(vm, "Multiply-accumulates")[0]!.value === "86,436",
      "against 2,624,400": (vm) => work(vm, "Multiply-accumulates")[1]!.value === "2,624,400",
      "outputs of 98 and 81": (vm) => vm.finders.map(({ side }) => side).join() === "98,81",
    },
  },
  {
    name: "The small kernel inside the large one",
    state: preset("inside"),
    facts: {
      "the maps are equal at all 6,561 places": ({ difference }) =>
        difference?.largest === 0 && difference.places === 6561,
      "both find the same": (vm) => hits(vm)[0] === hits(vm)[1] && hits(vm)[0]! > 20,
      "the verdict says exactly 0": ({ verdict }) => verdict.includes("exactly 0"),
    },
  },
  {
    name: "No noise",
    state: preset("quiet"),
    facts: {
      "the small average finds all": (vm) => hits(vm)[0] === vm.scene.objects.length,
      "signal to noise has no number": (vm) => work(vm, "Signal to noise")[0]!.value === "no noise",
    },
  },
  {
    name: "Learned from two scenes",
    state: preset("few-scenes"),
    facts: {
      "both learned from the same 96 windows": ({ finders }) =>
        finders.every(({ training }) => training!.examples === 96),
      "400 weights fit them all": ({ finders }) => finders[1].training!.error < 1e-5,
      "and are worse on new ones than 9": ({ finders: [a, b] }) =>
        b.training!.newError > a.training!.newError,
    },
  },
  {
    name: "A threshold set by hand, on bells, where few objects fit",
    state: {
      kernelA: "gaussian",
      kernelB: "gaussian",
      spacing: 40,
      cutA: 60,
      cutB: 101,
      row: 3,
      column: 3,
    },
    facts: {
      "says how many fit": ({ scene }) => scene.note !== null && scene.objects.length < 24,
      "above every answer nothing is found": (vm) => hits(vm)[1] === 0,
      "near the border only the small window fits": ({ finders: [a, b] }) =>
        a.traceAt({ row: 3, column: 3 }) !== null && b.traceAt({ row: 3, column: 3 }) === null,
    },
  },
];
