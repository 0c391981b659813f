import "./object-duel.css";
import { memo, useDeferredValue } from "react";
import { Message } from "../../ui/message";
import { PredictionGate } from "../../widget-kit/prediction/prediction-gate";
import type { DuelProps } from "./parts/duel-props";
import { FinderSetup } from "./parts/finder-setup";
import { SceneSetup } from "./parts/scene-setup";
import { SearchResult } from "./parts/search-result";

/** The duel: a scene, two kernels, and, once the reader has guessed, what each finds. */
export function View(props: DuelProps) {
  const { id, model } = props;
  const [a, b] = model.finders;
  const question =
    a.name === b.name
      ? "Which of the two kernels finds more objects?"
      : `Which kernel finds more of the objects, the ${a.name} or the ${b.name}?`;
  const choices =
    a.name === b.name
      ? ["the first", "the second", "both the same"]
      : [`the ${a.name}`, `the ${b.name}`, "both the same"];
  return (
    <div className="od">
      <SceneSetup {...props} />
      <div className="od-finders">
        <FinderSetup {...props} finder={a} />
        <FinderSetup {...props} finder={b} />
      </div>
      <Message kind="note">{model.scene.note}</Message>
      <div className="od-gate">
        <PredictionGate
          toldInWords
          id={id}
          question={question}
          form={{ kind: "choices", choices }}
          truth={model.truth}
        >
          <SearchResult {...props} />
        </PredictionGate>
      </div>
      {/* On paper and without script nobody answers: the result stands there at once. */}
      <div className="od-unasked">
        <Unasked {...useDeferredValue(props)} />
      </div>
    </div>
  );
}

/** Nobody sees it change: it follows when there is nothing else to do. */
const Unasked = memo((props: DuelProps) => <SearchResult {...props} brief />);
