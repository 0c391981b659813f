import { memo, useState, type RefObject } from "react";
import { Choice } from "../../../ui/choice";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Toggle } from "../../../ui/toggle";
import type { Assets } from "../../../widget-kit/define-widget";
import { PictureInput, type PictureOrigin } from "../../../widget-kit/picture/picture-input";
import { kernelKinds, kernelNames } from "../kernels";
import { chooseKernel } from "../transitions";
import { agree, type PartProps } from "./props";

interface SignalSettingsProps extends PartProps {
  readonly assets: Assets;
  readonly setAssets: (assets: Assets) => void;
  readonly figure: RefObject<HTMLElement | null>;
}

const shown = agree(["picture", "kernel", "gain", "seed", "relu", "display"]);

/** What goes through the chain: picture and kernels, and how the maps are shown. */
export const SignalSettings = memo(Settings, (a, b) => shown(a, b) && a.assets === b.assets);

function Settings(props: SignalSettingsProps) {
  const { model, set, pinned, assets, setAssets, figure } = props;
  const { state } = model;
  const [origin, setOrigin] = useState<PictureOrigin>("own");
  return (
    <div className="sm-settings">
      <div className="sm-row">
        <Select
          label="Kernels"
          value={state.kernel}
          options={kernelKinds.map((value) => ({ value, label: kernelNames[value] }))}
          disabled={pinned("kernel")}
          onChange={(kernel) => set(chooseKernel(kernel))}
        />
        <NumberField
          label="Every weight times"
          value={state.gain}
          min={0.01}
          max={10}
          step={0.1}
          disabled={pinned("gain")}
          onChange={(gain) => set({ gain })}
        />
        {state.kernel === "he" && (
          <NumberField
            label="Seed"
            value={state.seed}
            min={0}
            max={999_999}
            step={1}
            disabled={pinned("seed")}
            onChange={(seed) => set({ seed })}
          />
        )}
        <Toggle
          label="ReLU after each layer"
          checked={state.relu}
          disabled={pinned("relu")}
          onChange={(relu) => set({ relu })}
        />
        <Choice
          label="Colours"
          value={state.display}
          options={[
            {
              value: "own",
              label: "each map’s own greys",
              title: "Black its least, white its largest",
            },
            { value: "picture", label: "the picture’s greys", title: "0 black, 1 white" },
            { value: "signed", label: "signed", title: "Orange positive, blue negative" },
          ]}
          disabled={pinned("display")}
          onChange={(display) => set({ display })}
        />
      </div>
      <PictureInput
        value={state.picture === "own" ? origin : state.picture}
        side={256}
        dropTarget={figure}
        pinned={pinned("picture")}
        onBuiltIn={(picture) => set({ picture })}
        onPicture={(picture, _, from) => {
          setOrigin(from);
          setAssets({ ...assets, picture });
          set({ picture: "own" });
        }}
      />
    </div>
  );
}
