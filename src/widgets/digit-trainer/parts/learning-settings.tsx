import { memo } from "react";
import { Choice } from "../../../ui/choice";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Slider } from "../../../ui/slider";
import type { OptimizerChoice } from "../state";
import { decades, LogSlider } from "./log-slider";
import type { SettingsProps } from "./trainer-props";

const optimizers: readonly { value: OptimizerChoice; label: string }[] = [
  { value: "sgd", label: "Plain gradient descent" },
  { value: "momentum", label: "Momentum" },
  { value: "nesterov", label: "Nesterov’s momentum" },
  { value: "rmsprop", label: "RMSprop" },
  { value: "adam", label: "Adam" },
  { value: "adamW", label: "AdamW" },
];

const rates = decades(-5, 1);
const decays = [0, ...decades(-5, -1)];

/** What may be changed at any time: it counts from the next step. */
export const LearningSettings = memo(function LearningSettings(props: SettingsProps) {
  const { state, set, pinned } = props;
  const heavy = state.optimizer === "momentum" || state.optimizer === "nesterov";
  return (
    <fieldset className="dt-settings">
      <legend>From the next step on</legend>
      <div className="dt-fields">
        <Select
          label="Optimiser"
          value={state.optimizer}
          options={optimizers}
          onChange={(optimizer) => set({ optimizer })}
          disabled={pinned("optimizer")}
        />
        <LogSlider
          label="Learning rate"
          value={state.rate}
          values={rates}
          onChange={(rate) => set({ rate })}
          disabled={pinned("rate")}
        />
        {heavy && (
          <Slider
            label="Momentum"
            value={state.momentum}
            min={0}
            max={0.99}
            step={0.01}
            onChange={(momentum) => set({ momentum })}
            disabled={pinned("momentum")}
          />
        )}
        <LogSlider
          label="Weight decay"
          value={state.decay}
          values={decays}
          onChange={(decay) => set({ decay })}
          disabled={pinned("decay")}
        />
        <Choice
          label="The rate over time"
          value={state.schedule}
          options={[
            { value: "constant", label: "Constant" },
            {
              value: "cosine",
              label: "Falls to 0",
              title: "As half a cosine over the epochs of Run",
            },
          ]}
          onChange={(schedule) => set({ schedule })}
          disabled={pinned("schedule")}
        />
        <NumberField
          label="Epochs of Run"
          value={state.epochs}
          min={1}
          max={400}
          step={1}
          onChange={(epochs) => set({ epochs })}
          disabled={pinned("epochs")}
        />
      </div>
    </fieldset>
  );
});
