import { memo } from "react";
import { formatInteger } from "../../../core/format/number";
import { Choice } from "../../../ui/choice";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Slider } from "../../../ui/slider";
import { Toggle } from "../../../ui/toggle";
import { MOVEMENT } from "../plan";
import type { DataChoice, InitChoice } from "../state";
import { LogSlider } from "./log-slider";
import type { SettingsProps } from "./trainer-props";

const inits: readonly { value: InitChoice; label: string }[] = [
  { value: "he", label: "He (Kaiming), normal" },
  { value: "xavier", label: "Glorot (Xavier), uniform" },
  { value: "framework", label: "PyTorch’s default" },
  { value: "zeros", label: "All zero" },
  { value: "constant", label: "All 0.1" },
  { value: "tiny", label: "Normal, deviation 0.01" },
  { value: "unit", label: "Normal, deviation 1" },
];

const counts = [10, 20, 50, 100, 200, 500, 1000, 2000, 4000, 6000, 10_000, 20_000, 40_000, 60_000];
const batches = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

export interface StartSettingsProps extends SettingsProps {
  readonly stepsPerEpoch: number;
  readonly hasOwn: boolean;
}

/** What makes a run another run: data, batch size and first weights. */
export const StartSettings = memo(function StartSettings(props: StartSettingsProps) {
  const { state, set, pinned, stepsPerEpoch, hasOwn } = props;
  const data: readonly { value: DataChoice; label: string; disabled?: boolean }[] = [
    { value: "digits", label: "Digits" },
    { value: "shapes", label: "Shapes" },
    { value: "own", label: "Your files", disabled: !hasOwn },
  ];
  return (
    <fieldset className="dt-settings">
      <legend>Begins a new run</legend>
      <div className="dt-fields">
        <Choice
          label="Pictures"
          value={state.data}
          options={data}
          onChange={(choice) => set({ data: choice })}
          disabled={pinned("data")}
        />
        <LogSlider
          label="How many are trained on"
          value={state.examples}
          values={counts}
          onChange={(examples) => set({ examples })}
          disabled={pinned("examples")}
        />
        <Slider
          label="Labels drawn by dice"
          value={state.noise}
          min={0}
          max={1}
          step={0.05}
          format={(share) => `${Math.round(share * 100)} %`}
          onChange={(noise) => set({ noise })}
          disabled={pinned("noise")}
        />
        {state.data === "digits" && (
          <Slider
            label="How much handwriting varies"
            value={state.variety}
            min={0}
            max={1.5}
            step={0.1}
            format={(variety) => `${Math.round(variety * 100)} %`}
            onChange={(variety) => set({ variety })}
            disabled={pinned("variety")}
            hint="In the pictures trained on; those that judge vary as people do."
          />
        )}
        <Toggle
          label={`Moved anew each time, by up to ${MOVEMENT.shift} pixels, ${MOVEMENT.turn}° and ${MOVEMENT.stretch * 100} %`}
          checked={state.moved}
          onChange={(moved) => set({ moved })}
          disabled={pinned("moved")}
        />
        <LogSlider
          label="Batch: pictures a step"
          value={state.batch}
          values={batches}
          onChange={(batch) => set({ batch })}
          disabled={pinned("batch")}
          hint={`${formatInteger(stepsPerEpoch)} steps an epoch`}
        />
        <Select
          label="First weights"
          value={state.init}
          options={inits}
          onChange={(init) => set({ init })}
          disabled={pinned("init")}
        />
        <NumberField
          label="Seed of weights and order"
          value={state.seed}
          min={0}
          max={999_999}
          step={1}
          onChange={(seed) => set({ seed })}
          disabled={pinned("seed")}
        />
      </div>
    </fieldset>
  );
});
