import { useSyncExternalStore } from "react";
import { Button } from "../../ui/button";
import { Message } from "../../ui/message";
import type { Answer } from "../computed/computation";
import type { Computed } from "../define-widget";
import type { EngineSource } from "../engine-source";

export interface TroubleProps {
  readonly computed: Computed<Answer>;
  readonly engine: EngineSource;
  readonly onRetry: () => void;
}

/** What went wrong with the computation, beside the last good picture. */
export function Trouble({ computed, engine, onRetry }: TroubleProps) {
  const status = useSyncExternalStore(engine.subscribe, engine.status, () => null);
  const failed = computed.status === "failed";
  return (
    <div className="kit-trouble">
      <Message kind="error">{failed ? computed.error.message : null}</Message>
      <Message kind="busy">
        {status?.state === "recovering" ? "The graphics device was lost; starting it again…" : null}
      </Message>
      {failed && <Button onPress={onRetry}>Try again</Button>}
    </div>
  );
}
