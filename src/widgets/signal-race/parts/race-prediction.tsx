import { Button } from "../../../ui/button";
import { PredictionGate } from "../../../widget-kit/prediction/prediction-gate";
import { choices, deaths } from "../question";
import type { RaceProps } from "./race-props";

export interface RacePredictionProps extends Pick<RaceProps, "id" | "state" | "model"> {
  /** Key of the question that is put: the curves wait for its answer. */
  readonly asked: string | null;
  readonly onAsk: (key: string) => void;
  /** Puts the same question of 16 bits; absent where the format is fixed. */
  readonly onHalve?: (() => void) | undefined;
}

/**
 * Asks what becomes of the signal under the setting shown. A newly chosen experiment is asked about
 * before its curves are seen; any other setting when the reader wants to be.
 */
export function RacePrediction(props: RacePredictionProps) {
  const { id, state, model, asked, onAsk, onHalve } = props;
  const { question, truth } = model;
  if (asked !== question.key)
    return (
      <div className="race-ask">
        <p>{question.text}</p>
        <Button onPress={() => onAsk(question.key)}>Hide the curves and predict</Button>
      </div>
    );
  const { depth } = state;
  const died = deaths.some((death) => truth?.startsWith(death));
  return (
    <PredictionGate
      key={question.key}
      toldInWords
      id={`${id}-${question.key}`}
      question={question.text}
      form={{
        kind: "choices",
        choices,
        also: {
          of: deaths,
          label: "Layer",
          min: 1,
          max: depth,
          step: 1,
          start: Math.ceil(depth / 2),
        },
      }}
      truth={truth}
    >
      {died && state.format === "float32" && onHalve && (
        <Button onPress={onHalve}>Predict the same in 16 bits</Button>
      )}
    </PredictionGate>
  );
}
