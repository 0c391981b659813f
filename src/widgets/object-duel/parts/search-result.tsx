import { AnswerTrace } from "./answer-trace";
import type { DuelProps } from "./duel-props";
import { DuelFacts } from "./duel-facts";
import { ResponseMap } from "./response-map";

/** What both kernels found, what that says, and, unless brief, how one answer came about. */
export function SearchResult(props: DuelProps & { readonly brief?: boolean }) {
  const { model, brief = false } = props;
  const [a, b] = model.finders;
  return (
    <div className="od-result">
      <div className="od-finders">
        <ResponseMap {...props} finder={a} />
        <ResponseMap {...props} finder={b} />
      </div>
      <p className="od-key">
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <circle className="od-hit" cx="5" cy="5" r="3.5" />
        </svg>
        hit: the middle of the window lies on an object
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path className="od-false" d="M2 2 8 8M8 2 2 8" />
        </svg>
        false alarm
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <rect className="od-missed" x="2" y="2" width="6" height="6" />
        </svg>
        missed
      </p>
      <p className="od-verdict">{model.verdict}</p>
      <DuelFacts model={model} />
      {!brief && <AnswerTrace {...props} />}
    </div>
  );
}
