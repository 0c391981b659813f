import { Choice } from "../../../ui/choice";
import { Disclosure } from "../../../ui/disclosure";
import { NumberField } from "../../../ui/number-field";
import { Toggle } from "../../../ui/toggle";
import { openSobel } from "../transitions";
import { pinnedReason } from "./bench-props";
import type { ZoomProps } from "./zoom-props";

const strides = [1, 2, 3].map((value) => ({ value, label: String(value) }));

/** How the window lies and moves, and how the answers are drawn; the rarer settings folded away. */
export function LayerOptions({ model, set, pinned }: Pick<ZoomProps, "model" | "set" | "pinned">) {
  const { layer } = model;
  const held = (field: Parameters<typeof pinned>[0]) => ({
    disabled: pinned(field),
    reason: pinnedReason,
  });
  const padded = layer.padding === "same";
  return (
    <div className="fb-options">
      <div className="fb-options-row">
        <Choice
          label="Kernel side"
          value={layer.size}
          options={model.sizes.map((size) => ({ ...size, label: String(size.value) }))}
          {...held("size")}
          onChange={(size) => set({ size })}
        />
        <Choice
          label="Stride"
          value={layer.stride}
          options={strides}
          {...held("stride")}
          onChange={(stride) => set({ stride })}
        />
        <Choice
          label="Padding"
          value={layer.padding}
          options={[
            { value: "valid", label: "none", title: "The window stays inside the picture" },
            { value: "same", label: "same", title: "As many outputs as pixels, at stride 1" },
          ]}
          {...held("padding")}
          onChange={(padding) => set({ padding })}
        />
        <Choice
          label="Colours"
          value={layer.display}
          options={[
            { value: "signed", label: "signed", title: "Orange positive, blue negative" },
            { value: "clip", label: "clip like an image", title: "Below 0 black, above 1 white" },
          ]}
          {...held("display")}
          onChange={(display) => set({ display })}
        />
        {layer.zoom !== "channel" && (
          <Toggle
            label="ReLU"
            checked={layer.activation === "relu"}
            {...held("activation")}
            onChange={(on) => set({ activation: on ? "relu" : "identity" })}
          />
        )}
        <Toggle
          label="Sobel view"
          checked={layer.sobel}
          {...held("sobel")}
          onChange={(on) => set((state) => (on ? openSobel(state) : { sobel: false }))}
        />
      </div>
      <Disclosure summary="More settings">
        <div className="fb-options-row">
          <Choice
            label="Beyond the border"
            value={layer.paddingMode}
            options={[
              { value: "zero", label: "zeros" },
              { value: "reflect", label: "mirror" },
              { value: "circular", label: "wrap around" },
            ]}
            disabled={pinned("paddingMode") || !padded}
            reason={padded ? pinnedReason : "Nothing lies beyond the border without padding."}
            onChange={(paddingMode) => set({ paddingMode })}
          />
          <Choice
            label="Dilation"
            value={layer.dilation}
            options={model.dilations.map((one) => ({ ...one, label: String(one.value) }))}
            {...held("dilation")}
            onChange={(dilation) => set({ dilation })}
          />
          <Choice
            label="Input"
            value={layer.color}
            options={[
              { value: "colour", label: "colour" },
              { value: "grey", label: "grey" },
            ]}
            disabled={pinned("color") || model.greyOnly}
            reason={model.greyOnly ? "This picture has no colours." : pinnedReason}
            onChange={(color) => set({ color })}
          />
          <Choice
            label="Picture side"
            value={layer.side}
            options={[
              { value: 256, label: "256" },
              { value: 512, label: "512" },
            ]}
            {...held("side")}
            onChange={(side) => set({ side })}
          />
          <NumberField
            label="Seed of the next random filter"
            value={layer.seed}
            min={0}
            max={999_999}
            step={1}
            disabled={pinned("seed")}
            onChange={(seed) => set({ seed })}
          />
        </div>
      </Disclosure>
    </div>
  );
}
