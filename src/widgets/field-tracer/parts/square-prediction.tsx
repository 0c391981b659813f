import { PredictionGate } from "../../../widget-kit/prediction/prediction-gate";

interface SquarePredictionProps {
  readonly id: string;
  readonly truth: string;
}

/** The question that the chain's bell answers. */
export function SquarePrediction({ id, truth }: SquarePredictionProps) {
  return (
    <div className="ft-gate">
      <PredictionGate
        toldInWords
        id={`${id}-square`}
        question="The last unit sees 199 × 199 pixels. All weights are equal. How wide is the square in the middle that holds 95 % of the influence?"
        form={{
          kind: "number",
          label: "Side of the square, in pixels",
          min: 1,
          max: 199,
          step: 2,
          start: 151,
        }}
        truth={truth}
      >
        {null}
      </PredictionGate>
    </div>
  );
}
