import { useMemo } from "react";
import { colorize } from "../../../core/color/colorize";
import { formatNumber } from "../../../core/format/number";
import { Slider } from "../../../ui/slider";
import { Toggle } from "../../../ui/toggle";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { largestMagnitude } from "../../../viz/grid/cell-color";
import { DESK_SIDE } from "../mixing";
import type { MixerModel } from "../model";
import type { MixerProps } from "../view";

interface StraightTaskProps extends MixerProps {
  readonly test: NonNullable<MixerModel["test"]>;
}

/** f(a·x + b·y) beside a·f(x) + b·f(y), and what is between them. */
export function StraightTask({ state, set, pinned, test }: StraightTaskProps) {
  const { together, apart, difference } = test;
  const limit = largestMagnitude([...together, ...apart]) || 1;
  const factor = (field: "a" | "b", label: string) => (
    <Slider
      label={label}
      value={state[field]}
      min={-3}
      max={3}
      step={0.1}
      disabled={pinned.has(field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <div className="cm-unmix">
      <p className="cm-about">
        Two inputs x and y of 10 × 10 × 200, and f, the filter without its bias. If f is straight,
        mixing before it and mixing after it give the same.
      </p>
      <div className="cm-sliders">
        {factor("a", "Factor a of x")}
        {factor("b", "Factor b of y")}
        <Toggle
          label="ReLU after the filter"
          checked={state.relu}
          disabled={pinned.has("relu")}
          onChange={(relu) => set({ relu })}
        />
      </div>
      <ul className="cm-channels">
        <Plane name="f(a·x + b·y)" values={together} limit={limit} />
        <Plane name="a·f(x) + b·f(y)" values={apart} limit={limit} />
        <Plane name="the difference, same colours" values={difference} limit={limit} />
      </ul>
      <p className="cm-verdict">{test.verdict}</p>
    </div>
  );
}

interface PlaneProps {
  readonly name: string;
  readonly values: Float32Array;
  readonly limit: number;
}

function Plane({ name, values, limit }: PlaneProps) {
  const picture = useMemo(() => {
    const scale = { kind: "signed", limit } as const;
    const { pixels } = colorize([values], DESK_SIDE, DESK_SIDE, scale);
    return { width: DESK_SIDE, height: DESK_SIDE, pixels };
  }, [values, limit]);
  return (
    <li className="cm-map">
      <span className="cm-name">{name}</span>
      <MapCanvas
        label={`${name}, at most ${formatNumber(largestMagnitude(values))} in size`}
        rows={DESK_SIDE}
        columns={DESK_SIDE}
        picture={picture}
        values={values}
      />
    </li>
  );
}
