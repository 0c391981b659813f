import { schema } from "./schema";
import type { State } from "./state";

/** What the notes' own run printed after its last layer. */
export interface Noted {
  readonly mean: number;
  readonly deviation: number;
}

/** One of the notes' experiments: settings, the program, and where it differs from the one before. */
export interface Experiment {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly state: Partial<State>;
  /** The program in PyTorch, line by line. */
  readonly program: readonly string[];
  /** Lines that are new. */
  readonly changed: readonly number[];
  readonly noted: Noted | null;
}

type Settings = Pick<State, "distribution" | "fan" | "gain" | "activation">;

function program(weights: string, layer: string): readonly string[] {
  return [
    "x = torch.randn(512)",
    "for layer in range(100):",
    `    a = ${weights}`,
    `    x = ${layer}`,
    "print(x.mean(), x.std())",
  ];
}

const plain: Settings = { distribution: "normal", fan: "plain", gain: 1, activation: "identity" };
const scaled: Settings = { ...plain, fan: "scaled" };
const [WEIGHTS, LAYER] = [2, 3];

export const experiments: readonly Experiment[] = [
  {
    id: "1",
    label: "1",
    about: "Plain N(0, 1) weights",
    state: plain,
    program: program("torch.randn(512, 512)", "a @ x"),
    changed: [],
    noted: null,
  },
  {
    id: "2",
    label: "2",
    about: "The same weights, a hundred times smaller",
    state: { ...plain, gain: 0.01 },
    program: program("torch.randn(512, 512) * 0.01", "a @ x"),
    changed: [WEIGHTS],
    noted: null,
  },
  {
    id: "3",
    label: "3",
    about: "Variance 1/n",
    state: scaled,
    program: program("torch.randn(512, 512) * math.sqrt(1 / 512)", "a @ x"),
    changed: [WEIGHTS],
    noted: { mean: 0.0429, deviation: 0.8416 },
  },
  {
    id: "4",
    label: "4",
    about: "Variance 1/n and tanh",
    state: { ...scaled, activation: "tanh" },
    program: program("torch.randn(512, 512) * math.sqrt(1 / 512)", "torch.tanh(a @ x)"),
    changed: [LAYER],
    noted: { mean: 0.0009, deviation: 0.0549 },
  },
  {
    id: "5a",
    label: "5a",
    about: "Xavier’s uniform weights and tanh",
    state: { ...scaled, distribution: "uniform", activation: "tanh" },
    program: program(
      "torch.empty(512, 512).uniform_(-1, 1) * math.sqrt(6 / 1024)",
      "torch.tanh(a @ x)",
    ),
    changed: [WEIGHTS],
    noted: { mean: 0.0024, deviation: 0.0794 },
  },
  {
    id: "5b",
    label: "5b",
    about: "Xavier’s uniform weights and ReLU",
    state: { ...scaled, distribution: "uniform", activation: "relu" },
    program: program(
      "torch.empty(512, 512).uniform_(-1, 1) * math.sqrt(6 / 1024)",
      "torch.relu(a @ x)",
    ),
    changed: [LAYER],
    noted: { mean: 3.7465e-16, deviation: 5.6924e-16 },
  },
  {
    id: "6",
    label: "6",
    about: "He’s weights, variance 2/n, and ReLU",
    state: { ...scaled, gain: Math.SQRT2, activation: "relu" },
    program: program("torch.randn(512, 512) * math.sqrt(2 / 512)", "torch.relu(a @ x)"),
    changed: [WEIGHTS],
    noted: { mean: 0.4737, deviation: 0.6989 },
  },
];

/** Settings by which an experiment is known; the others may vary. */
const telling = ["width", "depth", "distribution", "fan", "gain", "activation"] as const;

/** The notes' experiment that this state repeats, in whatever format and however often. */
export function experimentOf(state: State): Experiment | null {
  const usual = schema.defaults;
  return (
    experiments.find((experiment) =>
      telling.every((field) =>
        (schema.fields[field].equals as (a: unknown, b: unknown) => boolean)(
          { ...usual, ...experiment.state }[field],
          state[field],
        ),
      ),
    ) ?? null
  );
}
