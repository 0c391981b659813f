import { Choice } from "../../../ui/choice";
import { Slider } from "../../../ui/slider";
import { Toggle } from "../../../ui/toggle";
import { RANGES, type State } from "../schema";
import type { RulerProps } from "./ruler-props";

const numbersOf = ({ min, max }: { readonly min: number; readonly max: number }) =>
  Array.from({ length: max - min + 1 }, (_, at) => ({ value: min + at, label: String(min + at) }));

/** Cells, window, padding and steps. */
export function RulerOptions({ state, set, pinned }: Pick<RulerProps, "state" | "set" | "pinned">) {
  const fixed = (field: keyof State) => ({
    disabled: pinned.has(field),
    reason: "Fixed in this figure.",
  });
  return (
    <div className="sr-options">
      <Slider
        label="Cells of the input, n"
        value={state.input}
        {...RANGES.input}
        step={1}
        {...fixed("input")}
        onChange={(input) => set({ input })}
      />
      <Slider
        label="Kernel, k"
        value={state.kernel}
        {...RANGES.kernel}
        step={1}
        {...fixed("kernel")}
        onChange={(kernel) => set({ kernel })}
      />
      <Slider
        label={state.linked ? "Padding on both sides" : "Padding before, p₀"}
        value={state.before}
        {...RANGES.padding}
        step={1}
        {...fixed("before")}
        onChange={(before) => set({ before })}
      />
      <Slider
        label="Padding after, p₁"
        value={state.after}
        {...RANGES.padding}
        step={1}
        disabled={state.linked || pinned.has("after")}
        reason={state.linked ? "The same as before." : "Fixed in this figure."}
        onChange={(after) => set({ after })}
      />
      <Choice
        label="Stride, s"
        value={state.stride}
        options={numbersOf(RANGES.stride)}
        {...fixed("stride")}
        onChange={(stride) => set({ stride })}
      />
      <Choice
        label="Dilation, d"
        value={state.dilation}
        options={numbersOf(RANGES.dilation)}
        {...fixed("dilation")}
        onChange={(dilation) => set({ dilation })}
      />
      <Toggle
        label="The same padding on both sides"
        checked={state.linked}
        {...fixed("linked")}
        onChange={(linked) => set({ linked })}
      />
    </div>
  );
}
