import type { AnyWidget } from "../../widget-kit/define-widget";
import type { EngineSource } from "../../widget-kit/engine-source";
import type { WidgetHostProps } from "../../widget-kit/widget-host";
import { EngineCheck } from "./engine-check";
import { EnginePanel } from "./engine-panel";
import { LabCase } from "./lab-case";

export interface LoadedWidget {
  readonly definition: AnyWidget;
  readonly View: WidgetHostProps["View"];
}

interface LabProps {
  readonly widgets: readonly LoadedWidget[];
  readonly engine: EngineSource;
}

/** Every case of every widget, on one engine. */
export function Lab({ widgets, engine }: LabProps) {
  return (
    <>
      <EnginePanel engine={engine} />
      <EngineCheck engine={engine} />
      {widgets.map(({ definition, View }) => (
        <section key={definition.name} aria-labelledby={`widget-${definition.name}`}>
          <h2 id={`widget-${definition.name}`}>{definition.title}</h2>
          <p>{definition.discover}</p>
          {definition.cases.map((shown) => (
            <LabCase
              key={shown.name}
              definition={definition}
              View={View}
              shown={shown}
              engine={engine}
            />
          ))}
        </section>
      ))}
    </>
  );
}
