import { memo } from "react";
import type { FieldLayer } from "../../../core/receptive-field/cone";
import { Button } from "../../../ui/button";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { layerRuns, MOST, MOST_LAYERS, mostPadding } from "../layers-codec";
import { addLayer, changeRun, editStack, removeRun } from "../transitions";
import { pinnedReason, type PartProps } from "./tracer-props";

const kinds: readonly { readonly value: FieldLayer["kind"]; readonly label: string }[] = [
  { value: "conv", label: "convolution" },
  { value: "depthwise", label: "depthwise" },
  { value: "maxPool", label: "max pool" },
  { value: "averagePool", label: "average pool" },
];

const fresh: readonly { readonly label: string; readonly layer: FieldLayer }[] = [
  { label: "3 × 3", layer: { kind: "conv", kernelSize: 3 } },
  { label: "3 × 3, stride 2", layer: { kind: "conv", kernelSize: 3, stride: 2, padding: 1 } },
  { label: "2 × 2 pool", layer: { kind: "maxPool", kernelSize: 2, stride: 2 } },
];

/** The reader's own stack, run by run; any other can be taken as its beginning. */
export const StackEditor = memo(function StackEditor({ model, set, pinned }: PartProps) {
  const { state } = model;
  const fixed = pinned("net") || pinned("layers");
  if (state.net !== "own")
    return (
      <Button
        disabled={fixed}
        reason={pinnedReason}
        onPress={() => set((current) => editStack(current))}
      >
        Change this stack
      </Button>
    );
  const runs = layerRuns(state.layers);
  const full = state.layers.length >= MOST_LAYERS;
  return (
    <div className="ft-editor">
      <NumberField
        label="Side of the picture"
        value={state.side}
        min={8}
        max={256}
        step={1}
        disabled={pinned("side")}
        onChange={(side) => set({ side, depth: -1, row: -1, column: -1 })}
      />
      <ol className="ft-runs">
        {runs.map(({ layer, from, times }, at) => {
          const change = (next: Parameters<typeof changeRun>[2]) =>
            set((current) => changeRun(current, at, next));
          const number = (
            label: string,
            value: number,
            [min, max]: readonly [number, number],
            onChange: (value: number) => void,
          ) => (
            <NumberField
              label={label}
              value={value}
              min={min}
              max={max}
              step={1}
              disabled={fixed}
              onChange={onChange}
            />
          );
          const pool = layer.kind.endsWith("Pool");
          return (
            <li key={from} className="ft-run">
              <Select
                label="Kind"
                value={layer.kind}
                options={kinds}
                disabled={fixed}
                onChange={(kind) => change({ kind })}
              />
              {number("Kernel", layer.kernelSize, [1, MOST.kernelSize], (kernelSize) =>
                change({ kernelSize }),
              )}
              {number("Stride", layer.stride ?? 1, [1, MOST.stride], (stride) =>
                change({ stride }),
              )}
              {number("Padding", layer.padding ?? 0, [0, mostPadding(layer)], (padding) =>
                change({ padding }),
              )}
              {!pool &&
                number("Dilation", layer.dilation ?? 1, [1, MOST.dilation], (dilation) =>
                  change({ dilation }),
                )}
              {number(
                "Times",
                times,
                [1, Math.max(MOST_LAYERS - state.layers.length + times, 1)],
                (count) => change({ times: count }),
              )}
              <Button
                kind="quiet"
                label={`Remove row ${at + 1}`}
                disabled={fixed || runs.length < 2}
                onPress={() => set((current) => removeRun(current, at))}
              >
                Remove
              </Button>
            </li>
          );
        })}
      </ol>
      <div className="ft-add" role="group" aria-label="Add a layer">
        {fresh.map(({ label, layer }) => (
          <Button
            key={label}
            disabled={fixed || full}
            reason={full ? `A stack has ${MOST_LAYERS} layers at most.` : pinnedReason}
            label={`Add ${label}`}
            onPress={() => set((current) => addLayer(current, layer))}
          >
            + {label}
          </Button>
        ))}
      </div>
    </div>
  );
});
