import { useMemo } from "react";
import { colorize } from "../../../core/color/colorize";
import { rangeOf } from "../../../core/color/scale";
import { formatNumber } from "../../../core/format/number";
import { Slider } from "../../../ui/slider";
import { Toggle } from "../../../ui/toggle";
import { largestMagnitude } from "../../../viz/grid/cell-color";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { DESK_SIDE } from "../mixing";
import type { MixerModel } from "../model";
import { LARGEST_FACTOR } from "../schema";
import type { MixerProps } from "../view";
import { held } from "./held";
import { SidesAtPixel } from "./sides-at-pixel";

interface StraightTaskProps extends MixerProps {
  readonly test: NonNullable<MixerModel["test"]>;
}

/** f(a·x + b·y) beside a·f(x) + b·f(y), and what is between them. */
export function StraightTask(props: StraightTaskProps) {
  const { state, set, test } = props;
  const { together, apart, difference } = test;
  const limit = Math.max(largestMagnitude(together), largestMagnitude(apart)) || 1;
  const factor = (field: "a" | "b", label: string) => (
    <Slider
      label={label}
      value={state[field]}
      min={-LARGEST_FACTOR}
      max={LARGEST_FACTOR}
      step={0.1}
      {...held(props, field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
  const plane = (name: string, values: Float32Array) => (
    <Plane state={state} set={set} name={name} values={values} limit={limit} />
  );
  return (
    <div className="cm-straight">
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
          {...held(props, "relu")}
          onChange={(relu) => set({ relu })}
        />
      </div>
      <ul className="cm-planes">
        {plane("f(a·x + b·y)", together)}
        {plane("a·f(x) + b·f(y)", apart)}
        {plane("the difference", difference)}
      </ul>
      <ScaleLegend
        scale={{ kind: "signed", limit: "auto" }}
        limit={limit}
        range={rangeOf(together)}
        label="all three maps"
        compact
      />
      <SidesAtPixel state={state} test={test} />
      <p className="cm-verdict">{test.verdict}</p>
    </div>
  );
}

interface PlaneProps extends Pick<MixerProps, "state" | "set"> {
  readonly name: string;
  readonly values: Float32Array;
  readonly limit: number;
}

function Plane({ name, values, limit, state, set }: PlaneProps) {
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
        selected={{ row: state.row, column: state.column }}
        onCell={(cell, gesture) => gesture !== "hover" && set(cell)}
        describeCell={({ row, column }) =>
          `row ${row}, column ${column}: ${formatNumber(values[row * DESK_SIDE + column] ?? NaN)}`
        }
      />
    </li>
  );
}
