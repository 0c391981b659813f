import { Button } from "../../../ui/button";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import {
  actOnFilter,
  choosePreset,
  removeFilter,
  setBias,
  type FilterAction,
} from "../transitions";
import type { FilterBenchModel } from "../view-model";
import { pinnedReason, type SetBench } from "./bench-props";

interface FilterToolsProps {
  readonly model: FilterBenchModel;
  readonly set: SetBench;
  readonly pinned: boolean;
  /** Leaves the bias out where it stands in the flow. */
  readonly biasElsewhere?: boolean;
}

const actions: readonly (readonly [FilterAction, string])[] = [
  ["normalize", "Normalise"],
  ["negate", "Negate"],
  ["rotate", "Rotate 180°"],
  ["random", "Random"],
  ["zeros", "Clear"],
];

/** Everything that is done to a whole filter. */
export function FilterTools({ model, set, pinned, biasElsewhere }: FilterToolsProps) {
  const { filter, filters, presets } = model;
  const why = pinned ? pinnedReason : undefined;
  return (
    <div className="fb-tools">
      <div className="fb-tools-fields">
        <Select
          label={`Filter of ${filter.title.toLowerCase()}`}
          value={filter.preset}
          options={presets}
          unlisted="Your own numbers"
          disabled={pinned}
          reason={why}
          onChange={(id) => set((state) => choosePreset(state, filter.index, id))}
        />
        {!biasElsewhere && <BiasField model={model} set={set} pinned={pinned} />}
      </div>
      <p className="fb-about">{filter.about}</p>
      <div className="fb-buttons">
        {actions.map(([action, label]) => (
          <Button
            key={action}
            disabled={pinned}
            onPress={() => set((state) => actOnFilter(state, filter.index, action))}
          >
            {label}
          </Button>
        ))}
        <Button
          disabled={pinned || filters.length < 2}
          label={`Remove ${filter.title.toLowerCase()}`}
          onPress={() => set((state) => removeFilter(state, filter.index))}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}

/** The bias of the filter that is looked at. */
export function BiasField({ model, set, pinned }: FilterToolsProps) {
  const { filter } = model;
  return (
    <NumberField
      label="Bias"
      value={filter.biasShown}
      min={-Infinity}
      max={Infinity}
      step={0.1}
      disabled={pinned}
      onChange={(bias) => set((state) => setBias(state, filter.index, bias))}
    />
  );
}
