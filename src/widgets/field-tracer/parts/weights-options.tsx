import { memo } from "react";
import { Choice } from "../../../ui/choice";
import { NumberField } from "../../../ui/number-field";
import { Toggle } from "../../../ui/toggle";
import { pinnedReason, type PartProps } from "./tracer-props";

/** Whose weights, and how the shares are drawn. */
export const WeightsOptions = memo(function WeightsOptions({ model, set, pinned }: PartProps) {
  const { state, most } = model;
  const held = (field: Parameters<typeof pinned>[0]) => ({
    disabled: pinned(field),
    reason: pinnedReason,
  });
  const random = state.weights === "random";
  return (
    <div className="ft-options">
      <Choice
        label="Weights"
        value={state.weights}
        options={[
          { value: "equal", label: "all equal", title: "Exact, in 64-bit floats" },
          { value: "random", label: "random", title: "Measured by backpropagation" },
        ]}
        {...held("weights")}
        onChange={(weights) => set({ weights })}
      />
      <Choice
        label="Colours"
        value={state.scale}
        options={[
          { value: "linear", label: "even" },
          { value: "log", label: "powers of ten" },
        ]}
        {...held("scale")}
        onChange={(scale) => set({ scale })}
      />
      {random && (
        <>
          <Toggle
            label="ReLU"
            checked={state.relu}
            {...held("relu")}
            onChange={(relu) => set({ relu })}
          />
          <Choice
            label="Channels"
            value={state.channels}
            options={[4, 8, 16].map((value) => ({
              value: value as 4 | 8 | 16,
              label: String(value),
            }))}
            {...held("channels")}
            onChange={(channels) => set({ channels })}
          />
          <NumberField
            label="Seeds"
            value={state.seeds}
            min={1}
            max={Math.max(most.seeds, 1)}
            step={1}
            hint={`At most ${Math.max(most.seeds, 1)} here: more would take longer than a second or two.`}
            disabled={pinned("seeds")}
            onChange={(seeds) => set({ seeds })}
          />
          <Choice
            label="Mean of"
            value={state.measure}
            options={[
              { value: "size", label: "|gradient|" },
              { value: "energy", label: "gradient²" },
            ]}
            {...held("measure")}
            onChange={(measure) => set({ measure })}
          />
        </>
      )}
    </div>
  );
});
