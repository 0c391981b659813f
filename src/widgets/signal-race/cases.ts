import type { WidgetCase } from "../../widget-kit/define-widget";
import { experiments } from "./experiments";
import type { State } from "./state";
import { theoryOf } from "./theory";
import { fateOf } from "./verdict";
import type { RaceModel } from "./view-model";

type Case = WidgetCase<State, RaceModel>;

const of = (id: string): Partial<State> => experiments.find((one) => one.id === id)!.state;
const within = (value: number | null, centre: number, room: number): boolean =>
  value !== null && Math.abs(value - centre) <= room;
const fate = (model: RaceModel) => (model.measured ? fateOf(model.measured) : null);
const first = (model: RaceModel, event: "anyNonFinite" | "allZero") =>
  model.measured?.events[event]?.median ?? 0;

/** Named states of the race and what is true of them. */
export const cases: readonly Case[] = [
  {
    name: "Experiment 3",
    state: {},
    facts: {
      "the signal holds": (model) => fate(model) === "held",
      "theory says 1 all the way": ({ theory }) => theory.every((log) => Math.abs(log) < 1e-12),
      "the notes’ 0.8416 is an ordinary draw": ({ notedRank }) => within(notedRank, 39, 6),
    },
  },
  {
    name: "Experiment 1",
    state: { ...of("1"), seeds: 40 },
    facts: {
      "the signal explodes": (model) => fate(model) === "exploded",
      "the first infinity comes at layer 28 or 29": (model) =>
        within(first(model, "anyNonFinite"), 28.5, 0.5),
      "the prediction has its answer": ({ truth }) => truth === "overflows, layers 28 to 29",
    },
  },
  {
    name: "Experiment 1 in 16 bits",
    state: { ...of("1"), format: "float16", layer: 4, seeds: 40 },
    facts: {
      "the first infinity comes at layer 4": (model) => first(model, "anyNonFinite") === 4,
    },
  },
  {
    name: "Experiment 2",
    state: { ...of("2"), layer: 60, seeds: 40 },
    facts: {
      "the signal vanishes": (model) => fate(model) === "vanished",
      "every number is 0 from layer 70": (model) => within(first(model, "allZero"), 70, 1),
    },
  },
  {
    name: "Experiment 4",
    state: { ...of("4"), seeds: 40 },
    facts: {
      "the signal shrinks": (model) => fate(model) === "shrank",
      "to about 1/√(2 · 100)": ({ measured }) =>
        within(measured?.scale.median.at(-1) ?? null, Math.log10(1 / Math.sqrt(200)), 0.1),
    },
  },
  {
    name: "Experiment 5a",
    state: { ...of("5a"), seeds: 40 },
    facts: {
      "it is Experiment 4 in disguise: theory is the same": ({ theory, state }) => {
        const plain = theoryOf({ ...state, ...of("4") });
        return theory.every((log, layer) => log === plain[layer]);
      },
    },
  },
  {
    name: "Experiment 5b",
    state: { ...of("5b"), seeds: 40 },
    facts: {
      "theory halves the mean square with every layer": ({ theory }) =>
        within(theory[100]!, 50 * Math.log10(0.5), 1e-9),
      "nothing becomes 0 in 32 bits": (model) => first(model, "allZero") === 0,
    },
  },
  {
    name: "Experiment 6 and its gradient",
    state: { ...of("6"), backward: true, seeds: 30 },
    facts: {
      "the signal holds": (model) => fate(model) === "held",
      "there is a gradient": ({ backward }) => backward !== null,
    },
  },
  {
    name: "An activation of one’s own",
    state: {
      activation: "typed",
      formula: "x*sigmoid(x)",
      gain: 1.676,
      depth: 30,
      layer: 12,
      seeds: 20,
    },
    facts: {
      "theory knows it": ({ theory }) => theory.length === 31 && theory.every(Number.isFinite),
    },
  },
];
