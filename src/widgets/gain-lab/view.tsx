// First: the parts refine these rules.
import "./gain-lab.css";
import { formatNumber } from "../../core/format/number";
import { Choice } from "../../ui/choice";
import { NumberField } from "../../ui/number-field";
import { Select } from "../../ui/select";
import { Slider } from "../../ui/slider";
import { ScanControls } from "../../viz/scan/scan-controls";
import { FormulaField } from "../../widget-kit/formula/formula-field";
import { activationIds, listed } from "./activations";
import { layerText } from "./model";
import { Cobweb } from "./parts/cobweb";
import { Curve } from "./parts/curve";
import { pinnedReason, type LabProps } from "./parts/lab-props";
import { Measures } from "./parts/measures";
import { RaceButton } from "./parts/race-button";
import { DEPTH, GAINS, STARTS, type State } from "./schema";

const options = activationIds.map((value) => ({
  value,
  label: value === "typed" ? "your own, typed below" : listed[value].label,
}));

/** An activation, its gain and slope, and the way of a scale through the layers. */
export function View({ state, set, model, pinned }: LabProps) {
  const fixed = (field: keyof State) => ({ disabled: pinned.has(field), reason: pinnedReason });
  return (
    <div className="gl">
      <div className="gl-head">
        <Select
          label="Activation f"
          value={state.activation}
          options={options}
          {...fixed("activation")}
          onChange={(activation) => set({ activation })}
        />
        <FormulaField
          label="Your own activation, f(x) ="
          value={state.formula}
          disabled={pinned.has("formula") || pinned.has("activation")}
          reason={pinnedReason}
          onChange={(formula) => set({ activation: "typed", formula })}
        />
      </div>
      <div className="gl-numbers" data-old={!model.current || undefined}>
        <Curve model={model} />
        <Measures model={model} state={state} set={set} />
      </div>
      <p className="gl-verdict" data-old={!model.current || undefined}>
        {model.verdict}
      </p>
      <div className="gl-map-area">
        <Cobweb model={model} />
        <div className="gl-options">
          <Choice
            label="Gain of the weights"
            value={state.derived ? "derived" : "own"}
            options={[
              { value: "derived", label: "1/√E f²" },
              { value: "own", label: "my own" },
            ]}
            {...fixed("derived")}
            onChange={(which) => set({ derived: which === "derived" })}
          />
          <NumberField
            label="My own gain"
            value={state.gain}
            {...GAINS}
            step={0.1}
            disabled={state.derived || pinned.has("gain")}
            reason={state.derived ? "The gain is derived from f." : pinnedReason}
            onChange={(gain) => set({ gain })}
          />
          <Slider
            label="Mean square of the input"
            value={state.start}
            {...STARTS}
            step={0.1}
            format={(start) => formatNumber(Number((10 ** start).toPrecision(3)))}
            {...fixed("start")}
            onChange={(start) => set({ start })}
          />
          <RaceButton model={model} />
        </div>
      </div>
      <ScanControls
        label="Layer after layer"
        step={state.layer}
        steps={DEPTH + 1}
        speed={state.speed}
        speeds={[1, 2, 4, 16]}
        onStep={(layer) => set({ layer })}
        onSpeed={(speed) => set({ speed: speed as typeof state.speed })}
        describeStep={(layer) => layerText(model.variances, layer)}
      />
    </div>
  );
}
