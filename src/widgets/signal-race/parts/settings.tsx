import { activationNames } from "../../../core/activation/activations";
import { floatFormats } from "../../../core/float-format/float-format";
import { formatNumber } from "../../../core/format/number";
import { Choice } from "../../../ui/choice";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Slider } from "../../../ui/slider";
import { Toggle } from "../../../ui/toggle";
import { FormulaField } from "../../../widget-kit/formula/formula-field";
import { COLUMNS, DEPTH, SEEDS, WIDTH, type State } from "../state";
import type { RaceProps } from "./race-props";

const label = (name: string) => (name === "identity" ? "none (identity)" : name);

/** Everything that can be set. */
export function Settings({ state, set, model, pinned }: RaceProps) {
  const fixed = (field: keyof State) => ({
    disabled: pinned.has(field),
    reason: "Fixed in this figure.",
  });
  const matrix = state.columns > 1;
  return (
    <div className="race-settings">
      <Slider
        label={
          state.fan === "scaled" ? "Gain g: weights of deviation g/√n" : "Deviation of the weights"
        }
        value={state.gain}
        min={0}
        max={state.fan === "scaled" ? 3 : 2}
        step={0.01}
        format={formatNumber}
        {...fixed("gain")}
        onChange={(gain) => set({ gain })}
      />
      <Choice
        label="Scaled by the fan-in"
        value={state.fan}
        options={[
          { value: "scaled", label: "g/√n" },
          { value: "plain", label: "g" },
        ]}
        {...fixed("fan")}
        onChange={(fan) => set({ fan })}
      />
      <Choice
        label="Distribution"
        value={state.distribution}
        options={[
          { value: "normal", label: "normal" },
          { value: "uniform", label: "uniform" },
          { value: "orthogonal", label: "orthogonal" },
        ]}
        {...fixed("distribution")}
        onChange={(distribution) => set({ distribution })}
      />
      <Select
        label="Activation"
        value={state.activation}
        options={[
          ...activationNames.map((value) => ({ value, label: label(value) })),
          { value: "typed" as const, label: "typed …" },
        ]}
        {...fixed("activation")}
        onChange={(activation) => set({ activation })}
      />
      {state.activation === "typed" && (
        <FormulaField
          label="f(x) ="
          value={state.formula}
          {...fixed("formula")}
          onChange={(formula, mistake) => mistake ?? set({ formula })}
        />
      )}
      <NumberField
        label="Width n"
        value={state.width}
        {...WIDTH}
        step={1}
        {...fixed("width")}
        onChange={(width) => set({ width })}
      />
      <NumberField
        label="Layers"
        value={state.depth}
        {...DEPTH}
        step={1}
        {...fixed("depth")}
        onChange={(depth) => set({ depth, layer: depth })}
      />
      <NumberField
        label="Seeds"
        value={state.seeds}
        {...SEEDS}
        step={1}
        hint={model.seedsNote ?? undefined}
        {...fixed("seeds")}
        onChange={(seeds) => set({ seeds })}
      />
      <NumberField
        label="Columns of x"
        value={state.columns}
        {...COLUMNS}
        step={1}
        hint={matrix ? "A matrix needs every weight." : "1 is a vector."}
        {...fixed("columns")}
        onChange={(columns) => set({ columns })}
      />
      <Select
        label="Number format"
        value={state.format}
        options={floatFormats.map((value) => ({ value, label: value }))}
        {...fixed("format")}
        onChange={(format) => set({ format })}
      />
      <Choice
        label="Method"
        value={state.method}
        options={[
          { value: "sameDistribution", label: "same distribution" },
          { value: "literal", label: "every weight" },
        ]}
        disabled={matrix || pinned.has("method")}
        reason={matrix ? "The columns of a matrix share weights." : "Fixed in this figure."}
        onChange={(method) => set({ method })}
      />
      <Toggle
        label="Gradient on its way back"
        checked={state.backward}
        {...fixed("backward")}
        onChange={(backward) => set({ backward })}
      />
    </div>
  );
}
