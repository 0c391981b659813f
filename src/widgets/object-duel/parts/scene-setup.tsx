import { Button } from "../../../ui/button";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Slider } from "../../../ui/slider";
import { duelPresets } from "../presets";
import { held, type DuelProps } from "./duel-props";
import { SceneMap } from "./scene-map";

const pixels = (value: number) => `${value} px`;

/** The scene, and everything that makes it. */
export function SceneSetup(props: DuelProps) {
  const { state, set, model } = props;
  return (
    <div className="od-scene">
      <SceneMap {...props} />
      <div className="od-controls">
        <Select
          label="Start from"
          value={model.preset}
          options={duelPresets.map(({ id, label }) => ({ value: id, label }))}
          unlisted="Your own setting"
          {...held(props, "kernelA", "kernelB", "sizeA", "sizeB")}
          onChange={(id) => set(duelPresets.find((preset) => preset.id === id)?.state ?? {})}
        />
        <div className="od-sliders">
          <Slider
            label="Objects"
            value={state.objects}
            min={1}
            max={40}
            step={1}
            {...held(props, "objects")}
            onChange={(objects) => set({ objects })}
          />
          <Slider
            label="Side of an object"
            value={state.objectSize}
            min={1}
            max={9}
            step={1}
            format={pixels}
            {...held(props, "objectSize")}
            onChange={(objectSize) => set({ objectSize })}
          />
          <Slider
            label="Least distance"
            value={state.spacing}
            min={state.objectSize + 1}
            max={40}
            step={1}
            format={pixels}
            {...held(props, "spacing")}
            onChange={(spacing) => set({ spacing })}
          />
          <Slider
            label="Noise σ"
            value={state.noise}
            min={0}
            max={1}
            step={0.05}
            {...held(props, "noise")}
            onChange={(noise) => set({ noise })}
          />
        </div>
        <div className="od-seed">
          <NumberField
            label="Seed of the scene"
            value={state.seed}
            min={0}
            max={2 ** 32 - 1}
            step={1}
            {...held(props, "seed")}
            onChange={(seed) => set({ seed })}
          />
          <Button
            disabled={props.pinned.has("seed")}
            onPress={() => set(({ seed }) => ({ seed: (seed + 1) % 2 ** 32 }))}
          >
            Another scene
          </Button>
        </div>
      </div>
    </div>
  );
}
