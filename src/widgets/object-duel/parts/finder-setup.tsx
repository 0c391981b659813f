import type { FinderSpec } from "../../../compute/detection";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Slider } from "../../../ui/slider";
import { KernelGrid } from "../../../viz/grid/kernel-grid";
import { LARGEST_KERNEL } from "../schema";
import type { DuelState } from "../state";
import type { FinderModel } from "../view-model";
import { held, type DuelProps } from "./duel-props";

type Kernel = FinderSpec["kernel"];

const labels: Readonly<Record<Kernel, string>> = {
  box: "average (box)",
  gaussian: "average with a bell (Gaussian)",
  template: "the object in the middle (template)",
  learned: "learned from scenes",
  inside: "the first kernel, zeros around",
};

const about: Readonly<Record<Kernel, string>> = {
  box: "Every weight is 1 divided by their number.",
  gaussian: "Weights fall off from the middle and add up to 1.",
  template: "Averages just the cells that an object covers; zeros elsewhere.",
  learned: "The least squared error on windows of other scenes: 1 on objects, 0 elsewhere.",
  inside: "The very weights of the first kernel, in a frame of zeros.",
};

/** One of the two kernels: how large, made how, and what it looks like. */
export function FinderSetup(props: DuelProps & { readonly finder: FinderModel }) {
  const { state, set, finder } = props;
  const first = finder.index === 0;
  const [sizeField, kernelField] = (
    first ? ["sizeA", "kernelA"] : ["sizeB", "kernelB"]
  ) as readonly ["sizeA" | "sizeB", "kernelA" | "kernelB"];
  const kernel: Kernel = state[kernelField];
  const tooSmall = state.sizeB < state.sizeA;
  const options = (Object.keys(labels) as Kernel[])
    .filter((value) => !first || value !== "inside")
    .map((value) => ({
      value,
      label: labels[value],
      disabled: value === "inside" && tooSmall,
    }));
  return (
    <section className="od-finder" aria-label={`${first ? "First" : "Second"} kernel`}>
      <div className="od-finder-head">
        <div className="od-kernel" data-size={finder.spec.size > 9 ? "large" : undefined}>
          {finder.weights && (
            <KernelGrid
              label={`${finder.name} kernel, ${finder.kind}`}
              size={finder.spec.size}
              values={finder.weights}
              compact
            />
          )}
        </div>
        <h4>{finder.name}</h4>
      </div>
      <NumberField
        label="Side"
        value={state[sizeField]}
        min={1}
        max={LARGEST_KERNEL}
        step={1}
        {...held(props, sizeField)}
        onChange={(size) => set({ [sizeField]: size } as Partial<DuelState>)}
      />
      <Select
        label="Weights"
        value={kernel}
        options={options}
        {...held(props, kernelField)}
        onChange={(value) => set({ [kernelField]: value } as Partial<DuelState>)}
      />
      <p className="od-about">
        {about[kernel]}
        {!first && tooSmall && " To hold the first kernel it must be at least as large."}
      </p>
      {kernel === "learned" && (
        <Slider
          label="Scenes to learn from"
          value={state.trainingScenes}
          min={1}
          max={20}
          step={1}
          hint="Both learned kernels get the same ones."
          {...held(props, "trainingScenes")}
          onChange={(trainingScenes) => set({ trainingScenes })}
        />
      )}
    </section>
  );
}
