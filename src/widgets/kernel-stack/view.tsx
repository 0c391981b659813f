// First: the parts refine these rules.
import "./kernel-stack.css";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { NumberField } from "../../ui/number-field";
import { Select } from "../../ui/select";
import { Slider } from "../../ui/slider";
import { Toggle } from "../../ui/toggle";
import { PredictionGate } from "../../widget-kit/prediction/prediction-gate";
import { Composed } from "./parts/composed";
import { Roads } from "./parts/roads";
import type { StackProps } from "./parts/stack-props";
import { ViewCone } from "./parts/view-cone";
import { choosePreset, presetOf, presets } from "./presets";
import { roadSummary } from "./roads";
import { schema } from "./schema";
import { CHANNELS, largeKernel, mostLayers, SIDES, type State } from "./state";

const channelFields = [
  ["inputs", "Channels in"],
  ["between", "Channels between"],
  ["outputs", "Channels out"],
] as const;

const stem: State = { ...schema.defaults, ...choosePreset("stem") };
const wins =
  roadSummary("single", stem).parameters < roadSummary("stack", stem).parameters
    ? "one 7 × 7"
    : "three 3 × 3";

/** A stack of small kernels beside everything that sees as far, with every price. */
export function View({ id, state, set, model, pinned }: StackProps) {
  const field = largeKernel(state);
  const fixed = (name: keyof State) => ({
    disabled: pinned.has(name),
    reason: "Fixed in this figure.",
  });
  return (
    <div className="ks">
      <Select
        label="Setting"
        value={presetOf(state)}
        options={presets.map(({ id: value, label }) => ({ value, label }))}
        unlisted="Your own numbers"
        disabled={pinned.size > 0}
        reason="Fixed in this figure."
        onChange={(chosen) => set(choosePreset(chosen))}
      />
      <div className="ks-cones">
        <ViewCone
          label={`${state.layers} ${state.layers === 1 ? "layer" : "layers"} of ${state.kernel}: sees ${field} cells`}
          kernel={state.kernel}
          layers={state.layers}
          field={field}
          activation={state.activation}
        />
        <ViewCone
          label={`one kernel of ${field}: sees ${field} cells`}
          kernel={field}
          layers={1}
          field={field}
          activation={state.activation}
        />
      </div>
      <p className="ks-verdict">{model.verdict}</p>
      <div className="ks-options">
        <Choice
          label="Small kernel"
          value={state.kernel}
          options={([3, 5, 7] as const).map((value) => ({ value, label: `${value} × ${value}` }))}
          {...fixed("kernel")}
          onChange={(kernel) => set({ kernel })}
        />
        <Slider
          label="Layers"
          value={state.layers}
          min={1}
          max={mostLayers(state.kernel)}
          step={1}
          format={(layers) => `${layers}, sees ${layers * (state.kernel - 1) + 1}`}
          {...fixed("layers")}
          onChange={(layers) => set({ layers })}
        />
        <div className="ks-channels">
          {channelFields.map(([name, label]) => (
            <NumberField
              key={name}
              label={label}
              value={state[name]}
              {...CHANNELS}
              step={1}
              {...fixed(name)}
              onChange={(channels) => set({ [name]: channels })}
            />
          ))}
          <NumberField
            label="Side of the map"
            value={state.side}
            min={state.padding === "valid" ? field : SIDES.min}
            max={SIDES.max}
            step={1}
            {...fixed("side")}
            onChange={(side) => set({ side })}
          />
        </div>
        <Choice
          label="Padding"
          value={state.padding}
          options={[
            { value: "same", label: "same", title: "Every map keeps its size" },
            { value: "valid", label: "none", title: "Every layer trims the map" },
          ]}
          {...fixed("padding")}
          onChange={(padding) => set({ padding })}
        />
      </div>
      <Roads model={model} state={state} set={set} />
      <p className="ks-sentence">{model.breakEven}</p>
      <div className="ks-bends">
        <Toggle
          label="An activation after each layer"
          checked={state.activation}
          {...fixed("activation")}
          onChange={(activation) => set({ activation })}
        />
        <p className="ks-sentence">{model.freedom}</p>
        {!state.activation && <Composed model={model} />}
      </div>
      <PredictionGate
        id={`${id}-stem`}
        question="From 3 channels to 64: which has fewer weights, three 3 × 3 layers or one 7 × 7?"
        form={{ kind: "choices", choices: ["three 3 × 3", "one 7 × 7"] }}
        truth={wins}
      >
        <p className="ks-sentence">
          The second and third layer of the stack already work on 64 channels; the single kernel
          works on 3 alone.
        </p>
        <Button onPress={() => set(choosePreset("stem"))}>Show the stem</Button>
      </PredictionGate>
    </div>
  );
}
