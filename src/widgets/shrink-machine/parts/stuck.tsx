import { memo } from "react";
import { Button } from "../../../ui/button";
import { Message } from "../../../ui/message";
import type { PartProps } from "./props";

/** Why the chain does not arrive, and the nearest settings that do. */
export const Stuck = memo(function Stuck({ model, set, pinned }: PartProps) {
  const { trouble, remedies } = model;
  const open = remedies.filter(({ change }) =>
    (Object.keys(change) as (keyof typeof change)[]).every((field) => !pinned(field)),
  );
  return (
    <div className="sm-stuck">
      <Message kind="note">{trouble}</Message>
      {open.length > 0 && (
        <p className="sm-remedies">
          <span>What does arrive:</span>
          {open.map(({ label, change }) => (
            <Button key={label} onPress={() => set(change)}>
              {label}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
});
