import { useId, type ComponentType } from "react";
import { ErrorCard } from "./error-card";
import type { AnyWidget } from "./define-widget";
import type { EngineSource } from "./engine-source";
import { Boundary } from "./frame/boundary";
import { failureDetails } from "./frame/failure-details";
import { WidgetBody } from "./frame/widget-body";
import { createLinkWriter } from "./link/link-writer";
import "./kit.css";

export interface WidgetHostProps {
  readonly definition: AnyWidget;
  // oxlint-disable-next-line typescript/no-explicit-any -- of a widget of any state
  readonly View: ComponentType<any>;
  /** Unique on the page; the widget's name in the link. */
  readonly id: string;
  /** The author's state; legal. */
  readonly initial: object;
  /** Fields that the author holds still. */
  readonly pinned: readonly string[];
  readonly caption?: string;
  /** Addresses of the pictures made with the page, by view key. */
  readonly stills: Readonly<Record<string, string>>;
  /** The result for `initial` as the page was made, without pixels; `null` in the lab. */
  readonly firstResult: object | null;
  readonly engine: EngineSource;
  /** Called once, when the figure answers to the reader. */
  readonly onReady?: () => void;
}

/**
 * A widget on a page: heading, view, summary in words, reset, link, code and numbers. Rendered the
 * same at build time and on hydration. A fault in it stays in it.
 */
export function WidgetHost({ caption, ...props }: WidgetHostProps) {
  const { definition, id, engine } = props;
  const titleId = useId();

  function startOver(retry: () => void) {
    const link = createLinkWriter(id, window);
    link.write(() => null);
    link.flush();
    retry();
  }

  return (
    <figure className="kit-figure" aria-labelledby={titleId}>
      <div className="kit-card">
        <h3 className="kit-title" id={titleId}>
          {definition.title}
        </h3>
        <p className="kit-discover">{definition.discover}</p>
        <Boundary
          fallback={(error, retry) => (
            <ErrorCard
              error={error}
              details={() => failureDetails(error, definition.name, id, engine.status())}
              onRetry={retry}
              onReset={() => startOver(retry)}
            />
          )}
        >
          <WidgetBody {...props} />
        </Boundary>
      </div>
      {caption && <figcaption className="kit-caption">{caption}</figcaption>}
    </figure>
  );
}
