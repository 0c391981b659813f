import { memo } from "react";
import { Choice } from "../../../ui/choice";
import { Disclosure } from "../../../ui/disclosure";
import { NumberField } from "../../../ui/number-field";
import { Slider } from "../../../ui/slider";
import { agree, type PartProps } from "./props";

/** What decides the sizes: picture, window, pools. */
export const SizeSettings = memo(
  Settings,
  agree([
    "side",
    "kernelSize",
    "stride",
    "padding",
    "dilation",
    "pool",
    "poolSize",
    "every",
    "averageAt",
  ]),
);

function Settings({ model, set, pinned }: PartProps) {
  const { state, sideLimit } = model;
  const numbers = (values: readonly number[]) =>
    values.map((value) => ({ value, label: String(value) }));
  return (
    <div className="sm-settings">
      <div className="sm-row">
        <div className="sm-wide">
          <Slider
            label="Side of the picture"
            value={state.side}
            min={3}
            max={sideLimit.most}
            step={1}
            format={(side) => `${side} × ${side}`}
            hint={sideLimit.reason ?? undefined}
            disabled={pinned("side")}
            onChange={(side) => set({ side })}
          />
        </div>
        <NumberField
          label="Kernel side"
          value={state.kernelSize}
          min={2}
          max={state.side}
          step={1}
          disabled={pinned("kernelSize")}
          onChange={(kernelSize) => set({ kernelSize })}
        />
        <Choice
          label="Stride"
          value={state.stride}
          options={numbers([1, 2, 3])}
          disabled={pinned("stride")}
          onChange={(stride) => set({ stride })}
        />
        <Choice
          label="Padding"
          value={state.padding}
          options={numbers([0, 1, 2, 3])}
          disabled={pinned("padding")}
          onChange={(padding) => set({ padding })}
        />
      </div>
      <Disclosure
        summary="Dilation and pools"
        open={state.dilation !== "1" || state.pool !== "none" || state.averageAt > 0}
      >
        <div className="sm-row">
          <Choice
            label="Dilation"
            value={state.dilation}
            options={[
              { value: "1", label: "1" },
              { value: "2", label: "2" },
              { value: "3", label: "3" },
              { value: "4", label: "4" },
              {
                value: "double",
                label: "doubled",
                title: "1, 2, 4, 8 …, the last takes what is left",
              },
            ]}
            disabled={pinned("dilation")}
            onChange={(dilation) => set({ dilation })}
          />
          <Choice
            label="Pool between"
            value={state.pool}
            options={[
              { value: "none", label: "none" },
              { value: "max", label: "max" },
              { value: "average", label: "average" },
            ]}
            disabled={pinned("pool")}
            onChange={(pool) => set({ pool })}
          />
          <Choice
            label="Pool window"
            value={state.poolSize}
            options={[
              { value: 2, label: "2 × 2" },
              { value: 3, label: "3 × 3" },
            ]}
            disabled={pinned("poolSize") || state.pool === "none"}
            reason={state.pool === "none" ? "There is no pool." : undefined}
            onChange={(poolSize) => set({ poolSize })}
          />
          <NumberField
            label="Layers before each pool"
            value={state.every}
            min={1}
            max={6}
            step={1}
            disabled={pinned("every") || state.pool === "none"}
            reason={state.pool === "none" ? "There is no pool." : undefined}
            onChange={(every) => set({ every })}
          />
          <NumberField
            label="One mean over all from side"
            value={state.averageAt}
            min={0}
            max={64}
            step={1}
            hint="0: never"
            disabled={pinned("averageAt")}
            onChange={(averageAt) => set({ averageAt })}
          />
        </div>
      </Disclosure>
    </div>
  );
}
