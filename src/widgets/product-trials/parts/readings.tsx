import { memo } from "react";
import {
  PredictionGate,
  type PredictionForm,
} from "../../../widget-kit/prediction/prediction-gate";
import { formatInteger } from "../../../core/format/number";
import { fiveDigits } from "../five-digits";
import { isNoted } from "../noted";
import type { ProductTrialsModel, Reading } from "../view-model";

const answers: PredictionForm = {
  kind: "choices",
  choices: ["less than the rms", "the same", "more than the rms"],
};

interface ReadingsProps {
  readonly id: string;
  readonly model: ProductTrialsModel;
}

/** Mean and rms of all trials beside theory; the standard deviation after a guess. */
export const Readings = memo(function Readings({ id, model }: ReadingsProps) {
  const { readings, count, law, state } = model;
  const [mean, rms, deviation] = readings;
  const root = fiveDigits(Math.sqrt(law.secondMoment));
  const noted = isNoted(state);
  return (
    <section className="pt-readings" aria-label="Averages so far">
      <h4>All outputs of {formatInteger(count)} trials</h4>
      <dl>
        {mean && <ReadingCard reading={mean} />}
        {rms && <ReadingCard reading={rms} />}
      </dl>
      <PredictionGate
        id={`${id}.deviation`}
        question={
          noted
            ? `The notes call ${root}, the rms, the standard deviation of these outputs. What is that really?`
            : `The rms should be ${root}. What is the standard deviation of these outputs?`
        }
        form={answers}
        truth={
          rms && deviation
            ? `${fiveDigits(deviation.measured)}, with an rms of ${fiveDigits(rms.measured)}`
            : null
        }
      >
        <dl>{deviation && <ReadingCard reading={deviation} />}</dl>
      </PredictionGate>
    </section>
  );
});

function ReadingCard({ reading }: { readonly reading: Reading }) {
  const { name, formula, measured, theory } = reading;
  return (
    <div className="pt-reading">
      <dt>
        {name} <span className="pt-quiet">{formula}</span>
      </dt>
      <dd>
        <b>{fiveDigits(measured)}</b> <span className="pt-quiet">theory {fiveDigits(theory)}</span>
      </dd>
    </div>
  );
}
