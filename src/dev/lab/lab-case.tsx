import { useMemo, useRef, useState } from "react";
import type { AnyWidget, WidgetCase } from "../../widget-kit/define-widget";
import type { EngineSource } from "../../widget-kit/engine-source";
import { WidgetHost, type WidgetHostProps } from "../../widget-kit/widget-host";
import { type Cost, measuredEngine } from "./measured-engine";
import { useNear } from "./use-near";

export interface LabCaseProps {
  readonly definition: AnyWidget;
  readonly View: WidgetHostProps["View"];
  readonly shown: WidgetCase<object, unknown>;
  readonly engine: EngineSource;
}

const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** One named state of a widget, live, with the time of its last run. */
export function LabCase({ definition, View, shown, engine }: LabCaseProps) {
  const [{ runs, last }, setCost] = useState<Cost>({ runs: 0, last: null });
  const section = useRef<HTMLElement>(null);
  const near = useNear(section);
  const measured = useMemo(() => measuredEngine(engine, setCost), [engine]);
  const initial = useMemo(() => {
    const state = { ...definition.schema.defaults, ...shown.state };
    return definition.schema.repair?.(state) ?? state;
  }, [definition, shown]);
  const id = `${definition.name}-${wordOf(shown.name)}`;
  return (
    <section ref={section} className="lab-case" id={`case-${id}`} aria-labelledby={`name-${id}`}>
      <header className="lab-case-head">
        <h3 id={`name-${id}`}>{shown.name}</h3>
        <p className="lab-cost">
          {last
            ? `${last.milliseconds.toFixed(1)} ms on ${last.tier}, run ${runs}`
            : "nothing computed yet"}
        </p>
      </header>
      {near && (
        <WidgetHost
          definition={definition}
          View={View}
          id={id}
          initial={initial}
          pinned={[]}
          stills={{}}
          firstResult={null}
          engine={measured}
          onReady={() => {
            section.current?.setAttribute("data-hydrated", "");
          }}
        />
      )}
    </section>
  );
}
