import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { NumberField } from "../../ui/number-field";
import { formatNumber } from "../../core/format/number";
import { createPredictionStore, type Prediction } from "./prediction-store";
import "../kit.css";

/** How a prediction is given. */
export type PredictionForm =
  | {
      readonly kind: "choices";
      readonly choices: readonly string[];
      /** A number that some choices ask for, too: “becomes 0, layer 12”. */
      readonly also?: NumberForm & { readonly of: readonly string[] };
    }
  | ({ readonly kind: "number" } & NumberForm);

interface NumberForm {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly start: number;
}

export interface PredictionGateProps {
  /** Unique on the page. */
  readonly id: string;
  /** One sentence that ends in a question mark. */
  readonly question: string;
  readonly form: PredictionForm;
  /** What turned out, formatted; `null` until the figure has run. */
  readonly truth: string | null;
  /** Whether the figure's summary in words gives the answer: it then waits, too. */
  readonly toldInWords?: boolean | undefined;
  /** What the question is about; shown once it is answered or skipped. */
  readonly children: ReactNode;
}

/**
 * Predict, then run: asks before it shows, and keeps the answer beside what turned out. It can be
 * skipped, changed and is never graded.
 */
export function PredictionGate(props: PredictionGateProps) {
  const { id, question, form, truth, toldInWords, children } = props;
  const store = useMemo(() => createPredictionStore(() => sessionStorage), []);
  const [prediction, setPrediction] = useState<Prediction | null>(null);
  const revealed = useRef<HTMLDivElement>(null);
  const questionId = useId();

  useEffect(() => setPrediction(store.load(id)), [store, id]);

  function answer(next: Prediction | null) {
    store.save(id, next);
    setPrediction(next);
    // Once the answer is on screen; the button that was pressed is gone.
    requestAnimationFrame(() => revealed.current?.focus());
  }

  if (!prediction)
    return (
      <section
        className="kit-gate"
        data-told={toldInWords || undefined}
        aria-labelledby={questionId}
      >
        <p className="kit-gate-question" id={questionId}>
          {question}
        </p>
        <PredictionQuestion form={form} onAnswer={answer} />
      </section>
    );

  return (
    <section aria-labelledby={questionId}>
      <div className="kit-revealed" ref={revealed} tabIndex={-1}>
        <p className="kit-gate-question" id={questionId}>
          {question}
        </p>
        <dl className="kit-compare">
          <div>
            <dt>Your prediction</dt>
            <dd>{prediction.answer ?? "none"}</dd>
          </div>
          <div>
            <dt>What turned out</dt>
            <dd>{truth ?? "not run yet"}</dd>
          </div>
        </dl>
        <Button kind="quiet" onPress={() => answer(null)}>
          Predict again
        </Button>
      </div>
      {children}
    </section>
  );
}

const alsoAsked = (form: PredictionForm & { kind: "choices" }, choice: string | null) =>
  choice !== null && form.also?.of.includes(choice) ? form.also : null;

interface PredictionQuestionProps {
  readonly form: PredictionForm;
  readonly onAnswer: (prediction: Prediction) => void;
}

function PredictionQuestion({ form, onAnswer }: PredictionQuestionProps) {
  const [choice, setChoice] = useState<string | null>(null);
  const numbers = form.kind === "number" ? form : alsoAsked(form, choice);
  const [number, setNumber] = useState(
    form.kind === "number" ? form.start : (form.also?.start ?? 0),
  );
  const said = formatNumber(number);
  const answer =
    form.kind === "number"
      ? said
      : choice && numbers
        ? `${choice}, ${numbers.label.toLowerCase()} ${said}`
        : choice;
  return (
    <>
      {form.kind === "choices" && (
        <Choice
          label="Your prediction"
          hideLabel
          value={choice ?? ""}
          options={form.choices.map((label) => ({ value: label, label }))}
          onChange={setChoice}
        />
      )}
      {numbers && <NumberField {...numbers} value={number} onChange={setNumber} />}
      <div className="kit-gate-tools">
        <Button
          kind="primary"
          onPress={() => onAnswer({ answer })}
          disabled={answer === null}
          reason="Choose one first."
        >
          Predict, then look
        </Button>
        <Button kind="quiet" onPress={() => onAnswer({ answer: null })}>
          Skip
        </Button>
      </div>
    </>
  );
}
