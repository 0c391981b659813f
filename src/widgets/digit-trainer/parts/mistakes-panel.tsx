import { Choice } from "../../../ui/choice";
import { AnsweredList } from "./answered-list";
import { ConfusionMatrix } from "./confusion-matrix";
import type { PartProps } from "./trainer-props";

/** What is taken for what, and the surest wrong answers. */
export function MistakesPanel({ model, set }: PartProps) {
  const { mistakes } = model;
  if (!mistakes)
    return <p className="dt-quiet">Nothing has been judged yet. Press Run, or take one step.</p>;
  const chosen = mistakes.sets.find(({ value }) => value === model.state.judged);
  return (
    <div className="dt-mistakes">
      <Choice
        label="Judged by"
        value={(chosen ?? mistakes.sets[0]!).value}
        options={mistakes.sets}
        onChange={(judged) => set({ judged })}
      />
      <div className="dt-two">
        <section>
          <h4>Right in the diagonal, mistakes beside it</h4>
          <ConfusionMatrix
            label={mistakes.set}
            classes={mistakes.classes}
            counts={mistakes.confusion}
          />
          <p>{mistakes.sentence}</p>
        </section>
        <section>
          <h4>Wrong, and most sure of it</h4>
          <AnsweredList answered={mistakes.worst} empty="None is wrong." />
        </section>
      </div>
    </div>
  );
}
