import { useState } from "react";
import { Choice } from "../../../ui/choice";
import { Message } from "../../../ui/message";
import { Select } from "../../../ui/select";
import { KernelGrid } from "../../../viz/grid/kernel-grid";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import type { KernelShow } from "../state";
import type { PartProps } from "./trainer-props";

const shows: readonly { value: KernelShow; label: string; title: string }[] = [
  { value: "weights", label: "Now", title: "The weights as they stand" },
  { value: "first", label: "Before", title: "The first weights, before any step" },
  { value: "gradient", label: "Gradient", title: "The slope of the last batch's loss" },
  { value: "update", label: "Update", title: "What the last step added" },
];

/** The kernels of one convolution with their numbers, on one scale. */
export function KernelsPanel({ model, set }: PartProps) {
  const [story, setStory] = useState<string | null>(null);
  const { kernels, state } = model;
  if (!kernels) return null;
  const { layers, limit, range } = kernels;
  return (
    <div className="dt-kernel-panel">
      <div className="dt-choices">
        {layers.length > 1 && (
          <Select
            label="Layer"
            value={String(state.conv)}
            options={layers.map((label, at) => ({ value: String(at), label }))}
            onChange={(at) => set({ conv: Number(at) })}
          />
        )}
        <Choice
          label="What is shown"
          value={kernels.show}
          options={shows}
          onChange={(show) => set({ show })}
        />
      </div>
      <Message kind="note">{kernels.missing}</Message>
      <ul className="dt-big-kernels" data-size={kernels.kernels[0]?.size}>
        {kernels.kernels.map(({ name, values, size, likeness, weightAt }) => (
          <li key={name}>
            <span className="dt-name">{name}</span>
            <KernelGrid
              label={`${name} of ${kernels.layer}`}
              size={size}
              values={values}
              limit={limit}
              readOnly
              onTap={(tap) => tap !== null && setStory(`${name}. ${weightAt(tap)}`)}
            />
            {kernels.show !== "gradient" && kernels.show !== "update" && likeness && (
              <span className="dt-name">{likeness}</span>
            )}
          </li>
        ))}
      </ul>
      {kernels.kernels.length > 0 && (
        <>
          <p className="dt-story" aria-live="polite">
            {story ?? "Point at a weight, or go to it by keys, to see how it came about."}
          </p>
          <ScaleLegend
            label={`${kernels.layer}, all its kernels`}
            scale={{ kind: "signed", limit }}
            limit={limit}
            range={{ ...range, nan: 0, positiveInfinity: 0, negativeInfinity: 0 }}
          />
        </>
      )}
      {kernels.hidden > 0 && (
        <p className="dt-quiet">{kernels.hidden} more kernels of this layer are not drawn.</p>
      )}
      <p className="dt-quiet">{kernels.warning}</p>
    </div>
  );
}
