import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../ui/button";
import { CodePanel } from "../code-panel";
import { CopyButton } from "../copy-button";
import type { Assets, SessionData } from "../define-widget";
import { useComputed } from "../use-computed";
import { useWidgetState } from "../use-widget-state";
import type { WidgetHostProps } from "../widget-host";
import { DataTablePanel } from "./data-table";
import { Summary } from "./summary";
import { TierBadge } from "./tier-badge";
import { Trouble } from "./trouble";

const noAssets: Assets = {};

/** A figure at work: its view, and what every figure has around it. */
export function WidgetBody(props: Omit<WidgetHostProps, "caption">) {
  const { definition, View, id, stills, firstResult, engine, onReady } = props;
  const { schema, model } = definition;
  const frame = useRef<HTMLDivElement>(null);
  const [assets, setAssets] = useState(noAssets);
  const [session, setSession] = useState<SessionData | null>(null);
  // Fixed while it is mounted: a parent that passes new objects must not undo the reader's work.
  const [initial] = useState(props.initial);
  const [pinned] = useState(() => new Set(props.pinned));
  const held = useWidgetState<object>({ id, schema, initial, pinned: pinned as Set<never> });
  const { state, notes } = held;

  const request = useMemo(
    () => model.request(state, assets, session),
    [model, state, assets, session],
  );
  const { computed, retry } = useComputed(request, {
    engine,
    id,
    frame,
    impatient: model.impatient,
  });
  const result = computed.result ?? firstResult;
  const viewModel = useMemo(
    () => model.derive(state, result, assets, session),
    [model, state, result, assets, session],
  );
  // Words, code and table are written when somebody is to read them, not with every frame.
  const words = useCallback(() => model.describe(viewModel), [model, viewModel]);
  const code = useCallback(() => model.code(state, viewModel), [model, state, viewModel]);

  const ready = useRef(onReady);
  useEffect(() => ready.current?.(), []);

  function reset() {
    setAssets(noAssets);
    setSession(null);
    held.reset();
  }

  return (
    <div ref={frame} className="kit-body">
      <ul className="kit-notes" aria-live="polite">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <View
        id={id}
        state={state}
        set={held.set}
        reset={reset}
        model={viewModel}
        computed={computed}
        assets={assets}
        setAssets={setAssets}
        pinned={pinned}
        stills={stills}
        engine={engine}
        session={session}
        setSession={setSession}
      />
      <Trouble computed={computed} engine={engine} onRetry={retry} />
      <Summary
        words={words}
        settled={computed.status === "ready" || computed.status === "idle"}
        live={held.touched}
      />
      <div className="kit-foot">
        <div className="kit-tools">
          <Button
            kind="quiet"
            // In a task of its own: the press is over, and the figure is drawn anew as a whole.
            onPress={() => setTimeout(reset)}
            disabled={held.pristine && assets === noAssets && !session}
            label="Reset this figure"
          >
            Reset
          </Button>
          <CopyButton label="Copy link" text={held.link} />
        </div>
        <TierBadge
          asks={request !== null}
          answer={session?.timed ?? computed.result}
          engine={engine}
        />
      </div>
      {model.table && <DataTablePanel table={() => model.table!(viewModel)} />}
      <CodePanel code={code} />
    </div>
  );
}
