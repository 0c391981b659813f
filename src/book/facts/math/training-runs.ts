import { patternExamples } from "./pattern-examples";
import {
  type Score,
  type TrainingPlan,
  deadUnits,
  parameterCount,
  score,
  train,
} from "./small-network";

const PLAN: TrainingPlan = {
  hidden: 32,
  classes: 10,
  epochs: 5,
  batch: 32,
  learningRate: 0.1,
  seed: 1,
};

export const RUNS = {
  ...PLAN,
  side: 14,
  examples: 1000,
  held: 500,
  rates: [0.0001, 0.001, 0.01, 0.1, 1, 10],
  /** Learning rate, epochs and batch of the runs that are meant to fit their examples by heart. */
  patient: { learningRate: 0.1, epochs: 100, batch: 10 },
  sizes: [25, 100, 400],
  dice: 200,
} as const;

export interface Run {
  readonly train: Score;
  readonly held: Score;
  /** Share of hidden units that answer 0 to every example. */
  readonly dead: number;
}

const HELD_DRAW = 2;
const TRAINED_DRAW = 1;
const DICE_DRAW = 3;

const known = new Map<string, unknown>();

function once<V>(key: string, compute: () => V): V {
  if (!known.has(key)) known.set(key, compute());
  return known.get(key) as V;
}

const held = () => once("held", () => patternExamples(RUNS.held, RUNS.side, HELD_DRAW));
const examples = () =>
  once("examples", () => patternExamples(RUNS.examples, RUNS.side, TRAINED_DRAW));

function first(count: number) {
  const { inputs, labels } = examples();
  return { inputs: inputs.slice(0, count), labels: labels.slice(0, count) };
}

function run(count: number, plan: TrainingPlan, labels?: readonly number[]): Run {
  const set = first(count);
  const taught = labels ? { ...set, labels } : set;
  const network = train(taught, plan);
  return {
    train: score(network, taught),
    held: score(network, held()),
    dead: deadUnits(network, taught) / PLAN.hidden,
  };
}

/** One run for each learning rate, all else equal. */
export function rateRun(learningRate: number): Run {
  return once(`rate ${learningRate}`, () => run(RUNS.examples, { ...PLAN, learningRate }));
}

/** The run whose first weights are all zero. */
export function zeroRun(): Run {
  return once("zero", () => run(RUNS.examples, { ...PLAN, scale: 0 }));
}

/** Many epochs on the first `count` examples. */
export function patientRun(count: number): Run {
  return once(`patient ${count}`, () => run(count, { ...PLAN, ...RUNS.patient }));
}

/** Many epochs on examples whose labels were drawn by dice. */
export function diceRun(): Run {
  return once("dice", () => {
    const { labels } = patternExamples(RUNS.dice, RUNS.side, DICE_DRAW);
    return run(RUNS.dice, { ...PLAN, ...RUNS.patient }, labels);
  });
}

/** Learned numbers of the network of these runs. */
export function runParameters(): number {
  return once("parameters", () => parameterCount(train(first(1), { ...PLAN, epochs: 0 })));
}
