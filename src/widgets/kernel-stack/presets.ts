import type { State } from "./state";

type Setting = Omit<State, "road" | "figure" | "activation">;

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly setting: Setting;
}

const equal = (layers: number, channels: number, side: number): Setting => ({
  kernel: 3,
  layers,
  inputs: channels,
  between: channels,
  outputs: channels,
  side,
  padding: "same",
});

/** Settings that the chapter speaks of. */
export const presets: readonly Preset[] = [
  { id: "two", label: "Two 3 × 3 against 5 × 5, 64 channels", setting: equal(2, 64, 56) },
  { id: "three", label: "Three 3 × 3 against 7 × 7, 64 channels", setting: equal(3, 64, 56) },
  {
    id: "stem",
    label: "The stem: 3 to 64 channels, 7 × 7",
    setting: { ...equal(3, 64, 224), inputs: 3 },
  },
  { id: "depthwise", label: "ConvNeXt’s width: 96 channels, 7 × 7", setting: equal(3, 96, 56) },
  {
    id: "ten",
    label: "Ten 3 × 3 against 21 × 21, one channel, no padding",
    setting: { ...equal(10, 1, 100), padding: "valid" },
  },
];

/** Id of the preset that the state shows; "" for the reader's own numbers. */
export function presetOf(state: State): string {
  const shown = presets.find(({ setting }) =>
    (Object.keys(setting) as (keyof Setting)[]).every((key) => setting[key] === state[key]),
  );
  return shown?.id ?? "";
}

export const choosePreset = (id: string): Partial<State> =>
  presets.find((preset) => preset.id === id)!.setting;
