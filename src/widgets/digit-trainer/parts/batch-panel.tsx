import { formatInteger } from "../../../core/format/number";
import { AnsweredList } from "./answered-list";
import type { PartProps } from "./trainer-props";

/** The pictures of the last iteration, each with its own loss; their mean is the loss that is shown. */
export function BatchPanel({ model }: PartProps) {
  const { batch } = model;
  if (!batch) return <p className="dt-quiet">No batch has been taken yet. Press One step.</p>;
  return (
    <div className="dt-batch">
      <p>
        Iteration {formatInteger(batch.step)} took these {batch.pictures.length} pictures. Each
        one’s loss is −ln of the probability given to its label, before the update. Their mean is
        the loss of the step: {batch.loss.toFixed(3)}.
      </p>
      <AnsweredList answered={batch.pictures} empty="" />
    </div>
  );
}
