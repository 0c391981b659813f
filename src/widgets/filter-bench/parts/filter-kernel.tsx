import { useState } from "react";
import { Message } from "../../../ui/message";
import { KernelGrid } from "../../../viz/grid/kernel-grid";
import type { FilterBenchModel, FilterModel } from "../view-model";
import { setWeight } from "../transitions";
import type { SetBench } from "./bench-props";
import type { Pointing } from "./use-pointing";

interface FilterKernelProps {
  readonly filter: FilterModel;
  readonly model: FilterBenchModel;
  readonly inChannel: number;
  readonly set: SetBench;
  readonly pointing: Pointing;
  readonly pinned: boolean;
  /** The tap spoken of; default the one under the pointer. */
  readonly highlighted?: number | null;
}

/** One kernel of a filter to edit, and what was wrong with the last text typed into it. */
export function FilterKernel(props: FilterKernelProps) {
  const { filter, model, inChannel, set, pointing, pinned, highlighted = pointing.tap } = props;
  const [rejected, setRejected] = useState<string | null>(null);
  const { name } = model.input.channels[inChannel]!;
  return (
    <div className="fb-kernel">
      <KernelGrid
        label={`${filter.title}, kernel on ${name}`}
        size={model.layer.size}
        values={filter.kernels[inChannel]!}
        limit={filter.largestWeight}
        readOnly={pinned}
        highlighted={highlighted}
        onTap={pointing.onTap}
        onReject={setRejected}
        onChange={(tap, value) =>
          set((state) => setWeight(state, filter.index, inChannel, tap, value))
        }
      />
      <Message kind="error">{rejected && `${rejected} The weight keeps its value.`}</Message>
    </div>
  );
}
