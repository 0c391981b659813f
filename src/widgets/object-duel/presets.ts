import type { DuelState } from "./state";
import { BEST } from "./state";

export interface DuelPreset {
  readonly id: string;
  readonly label: string;
  readonly state: Partial<DuelState>;
}

const usual = {
  objects: 24,
  objectSize: 3,
  spacing: 8,
  noise: 0.5,
  sizeA: 3,
  sizeB: 20,
  trainingScenes: 4,
  cutA: BEST,
  cutB: BEST,
} as const;

/** Settings worth a look, the argument itself first. */
export const duelPresets: readonly DuelPreset[] = [
  {
    id: "boxes",
    label: "The argument: two averages",
    state: { ...usual, kernelA: "box", kernelB: "box" },
  },
  {
    id: "bells",
    label: "Two averages with a bell",
    state: { ...usual, kernelA: "gaussian", kernelB: "gaussian" },
  },
  {
    id: "inside",
    label: "The 3 × 3 inside the 20 × 20",
    state: { ...usual, kernelA: "box", kernelB: "inside" },
  },
  {
    id: "quiet",
    label: "Two averages, no noise at all",
    state: { ...usual, noise: 0, kernelA: "box", kernelB: "box" },
  },
  {
    id: "few-scenes",
    label: "Both learned, from 2 scenes",
    state: { ...usual, kernelA: "learned", kernelB: "learned", trainingScenes: 2 },
  },
  {
    id: "many-scenes",
    label: "Both learned, from 20 scenes",
    state: { ...usual, kernelA: "learned", kernelB: "learned", trainingScenes: 20 },
  },
  {
    id: "smaller",
    label: "Smaller still: 1 × 1 against 3 × 3",
    state: { ...usual, sizeA: 1, sizeB: 3, kernelA: "box", kernelB: "box" },
  },
];

/** The preset that a state is, whatever its seed and the place looked at; `""` for none. */
export function presetOf(state: DuelState): string {
  const same = ({ state: wanted }: DuelPreset) =>
    (Object.keys(wanted) as (keyof DuelState)[]).every((field) => wanted[field] === state[field]);
  return duelPresets.find(same)?.id ?? "";
}
