import { memo, useState } from "react";
import { Button } from "../../../ui/button";
import { Choice } from "../../../ui/choice";
import { Message } from "../../../ui/message";
import { NumberField } from "../../../ui/number-field";
import { Select } from "../../../ui/select";
import { Toggle } from "../../../ui/toggle";
import { KERNEL_SIZES, MOST_BLOCKS, MOST_FILTERS, type Block } from "../blocks";
import { fitNetwork } from "../fit";
import type { DigitTrainerState } from "../state";
import { LayerTable } from "./layer-table";
import type { DigitTrainerModel } from "../view-model";
import type { SettingsProps } from "./trainer-props";

const activations = [
  { value: "relu", label: "ReLU" },
  { value: "tanh", label: "tanh" },
  { value: "gelu", label: "GELU" },
  { value: "identity", label: "none" },
] as const;

export interface NetworkEditorProps
  extends SettingsProps, Pick<DigitTrainerModel, "classes" | "layers" | "facts"> {
  /** Whether a run has begun. */
  readonly begun: boolean;
}

/** The network, block by block. What cannot be is made the nearest that can, with the reason. */
export const NetworkEditor = memo(function NetworkEditor(props: NetworkEditorProps) {
  const { state, set, pinned, classes, layers, facts, begun } = props;
  const [notes, setNotes] = useState<readonly string[]>([]);
  const off = pinned("blocks");

  function change(wish: Partial<DigitTrainerState>) {
    const side = state.data === "shapes" ? 16 : 28;
    setNotes(fitNetwork({ ...state, ...wish }, [side, side, 1], classes.length).notes);
    set(wish);
  }
  const put = (at: number, part: Partial<Block>) =>
    change({ blocks: state.blocks.map((block, i) => (i === at ? { ...block, ...part } : block)) });

  return (
    <fieldset className="dt-settings">
      <legend>The network{begun ? " (a change begins a new run)" : ""}</legend>
      <ol className="dt-blocks">
        {state.blocks.map((block, at) => (
          <li key={at}>
            <span className="dt-block-name">Block {at + 1}</span>
            <NumberField
              label="Filters"
              value={block.filters}
              min={1}
              max={MOST_FILTERS}
              step={1}
              onChange={(filters) => put(at, { filters })}
              disabled={off}
            />
            <Choice
              label="Kernel"
              value={block.size}
              options={KERNEL_SIZES.map((size) => ({ value: size, label: `${size} × ${size}` }))}
              onChange={(size) => put(at, { size })}
              disabled={off}
            />
            <Choice
              label="Padding"
              value={block.padding}
              options={[
                { value: "same", label: "same" },
                { value: "valid", label: "none" },
              ]}
              onChange={(padding) => put(at, { padding })}
              disabled={off}
            />
            <Choice
              label="Stride"
              value={block.stride}
              options={[
                { value: 1, label: "1" },
                { value: 2, label: "2" },
              ]}
              onChange={(stride) => put(at, { stride })}
              disabled={off}
            />
            <Choice
              label="2 × 2 pool"
              value={block.pool}
              options={[
                { value: "max", label: "max" },
                { value: "average", label: "mean" },
                { value: "none", label: "none" },
              ]}
              onChange={(pool) => put(at, { pool })}
              disabled={off}
            />
            <Button
              kind="quiet"
              label={`Remove block ${at + 1}`}
              onPress={() => change({ blocks: state.blocks.filter((_, i) => i !== at) })}
              disabled={off || state.blocks.length === 1}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <Message kind="note">{notes.length > 0 ? notes.join(" ") : null}</Message>
      <div className="dt-fields">
        <Button
          onPress={() => change({ blocks: [...state.blocks, state.blocks.at(-1)!] })}
          disabled={off || state.blocks.length === MOST_BLOCKS}
          reason={off ? undefined : `${MOST_BLOCKS} blocks are the most.`}
        >
          Add a block
        </Button>
        <Choice
          label="Activation"
          value={state.activation}
          options={activations}
          onChange={(activation) => change({ activation })}
          disabled={pinned("activation")}
        />
        <Select
          label="After the last block"
          value={state.head}
          options={[
            { value: "flatten", label: "Flatten all places" },
            { value: "average", label: "Mean of every map" },
          ]}
          onChange={(head) => change({ head })}
          disabled={pinned("head")}
        />
        <NumberField
          label="Hidden dense units"
          value={state.hidden}
          min={0}
          max={128}
          step={1}
          onChange={(hidden) => change({ hidden })}
          disabled={pinned("hidden")}
        />
        <Toggle
          label="Batch normalisation"
          checked={state.norm}
          onChange={(norm) => change({ norm })}
          disabled={pinned("norm")}
        />
      </div>
      <LayerTable layers={layers} facts={facts} />
    </fieldset>
  );
});
