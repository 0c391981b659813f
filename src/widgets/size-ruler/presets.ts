import type { State } from "./schema";

type Setting = Pick<State, "input" | "kernel" | "before" | "after" | "stride" | "dilation">;

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly setting: Setting;
}

function preset(
  group: string,
  label: string,
  input: number,
  kernel: number,
  [before, after]: readonly [number, number] = [0, 0],
  stride = 1,
  dilation = 1,
): Preset {
  const setting = { input, kernel, before, after, stride, dilation };
  return { id: Object.values(setting).join("-"), label, group, setting };
}

const PAIR = "The pair";
const LARGE = "A picture of 100";
const ALEX = "AlexNet’s puzzle";
const MORE = "More";

/** Settings that the chapter speaks of. */
export const presets: readonly Preset[] = [
  preset(PAIR, "10 cells, kernel 2, padding 1", 10, 2, [1, 1]),
  preset(PAIR, "10 cells, kernel 3, padding 1", 10, 3, [1, 1]),
  preset(MORE, "Kernel 2 that keeps 10: padding 0 and 1", 10, 2, [0, 1]),
  preset(MORE, "Stride 2, and a cell left over", 10, 3, [0, 0], 2),
  preset(MORE, "Dilation 4 on 7 cells: does not fit", 7, 3, [0, 0], 1, 4),
  preset(MORE, "ResNet’s first layer: 224, kernel 7, stride 2", 224, 7, [3, 3], 2),
  preset(LARGE, "100 cells, kernel 3", 100, 3),
  preset(LARGE, "100 cells, kernel 20", 100, 20),
  preset(ALEX, "224, kernel 11, stride 4", 224, 11, [0, 0], 4),
  preset(ALEX, "227, kernel 11, stride 4", 227, 11, [0, 0], 4),
  preset(ALEX, "224, kernel 11, stride 4, padding 2", 224, 11, [2, 2], 4),
];

/** Id of the preset that the state shows; "" for the reader's own numbers. */
export function presetOf(state: State): string {
  const { input, kernel, before, after, stride, dilation } = state;
  const id = [input, kernel, before, after, stride, dilation].join("-");
  return presets.some((one) => one.id === id) ? id : "";
}

/** The change that shows a preset, its first window in the middle of things. */
export function choosePreset(id: string): Partial<State> {
  const { setting } = presets.find((one) => one.id === id)!;
  return { ...setting, linked: setting.before === setting.after, at: 0, cell: setting.before };
}
