import { schema } from "./schema";
import type { DigitTrainerState } from "./state";

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly change: Partial<DigitTrainerState>;
}

const overfit = { epochs: 60, schedule: "constant", rate: 0.003 } as const;

/** What is worth trying, one press away; each begins from the usual settings. */
export const presets: readonly Preset[] = [
  { id: "usual", label: "4,000 digits, the usual settings", group: "Learning", change: {} },
  {
    id: "many",
    label: "10,000 digits",
    group: "Learning",
    change: { examples: 10_000 },
  },
  {
    id: "sgd",
    label: "Plain gradient descent, rate 0.1",
    group: "Learning",
    change: { optimizer: "sgd", rate: 0.1 },
  },
  {
    id: "shapes",
    label: "Five shapes, in two seconds",
    group: "Learning",
    change: { data: "shapes", examples: 1000 },
  },
  { id: "fifty", label: "50 pictures", group: "By heart", change: { ...overfit, examples: 50 } },
  {
    id: "dice",
    label: "200 labels drawn by dice",
    group: "By heart",
    change: { ...overfit, examples: 200, noise: 1, epochs: 80 },
  },
  {
    id: "one-hand",
    label: "Handwriting that hardly varies",
    group: "By heart",
    change: { variety: 0.1, examples: 1000 },
  },
  {
    id: "large-rate",
    label: "Rate too large: 1, plain descent",
    group: "What goes wrong",
    change: { optimizer: "sgd", rate: 1, schedule: "constant", epochs: 3 },
  },
  {
    id: "small-rate",
    label: "Rate too small: 0.0001, plain descent",
    group: "What goes wrong",
    change: { optimizer: "sgd", rate: 0.0001, schedule: "constant", epochs: 3 },
  },
  { id: "zeros", label: "Weights of zero", group: "What goes wrong", change: { init: "zeros" } },
  {
    id: "unit",
    label: "Weights far too large",
    group: "What goes wrong",
    change: { init: "unit", optimizer: "sgd", rate: 0.1, schedule: "constant", epochs: 3 },
  },
];

/** What a preset leaves as the reader has it. */
const kept = ["look", "curve", "judged", "sample", "show", "strokes", "prepare"] as const;

/** The usual settings with a preset's own. */
export function choosePreset(id: string): Partial<DigitTrainerState> {
  const { change = {} } = presets.find((preset) => preset.id === id) ?? {};
  const usual = Object.entries(schema.defaults).filter(
    ([name]) => !kept.some((field) => field === name),
  );
  return { ...(Object.fromEntries(usual) as Partial<DigitTrainerState>), ...change };
}

/** The preset that a state is, or `""`. */
export function presetOf(state: DigitTrainerState): string {
  const same = (wanted: Partial<DigitTrainerState>) =>
    (Object.keys(wanted) as (keyof DigitTrainerState)[]).every((name) =>
      (schema.fields[name].equals as (a: unknown, b: unknown) => boolean)(
        wanted[name],
        state[name],
      ),
    );
  return presets.find(({ id }) => same(choosePreset(id)))?.id ?? "";
}
