import { PredictionGate } from "../../../widget-kit/prediction/prediction-gate";
import { formatInteger } from "../../../core/format/number";
import { fiveDigits } from "../five-digits";
import type { ProductTrialsModel, Reading } from "../view-model";

interface ReadingsProps {
  readonly id: string;
  readonly model: ProductTrialsModel;
}

/** Mean and rms of all trials beside theory; the standard deviation after a guess. */
export function Readings({ id, model }: ReadingsProps) {
  const { readings, count, law } = model;
  const [mean, rms, deviation] = readings;
  const root = fiveDigits(Math.sqrt(law.secondMoment));
  return (
    <section className="pt-readings" aria-label="Averages so far">
      <h4>All outputs of {formatInteger(count)} trials</h4>
      <dl>
        {mean && <ReadingCard reading={mean} />}
        {rms && <ReadingCard reading={rms} />}
      </dl>
      <PredictionGate
        id={`${id}.deviation`}
        question={`The notes call ${root} the standard deviation of these outputs. What is it?`}
        form={{ kind: "choices", choices: [`less than ${root}`, root, `more than ${root}`] }}
        truth={deviation ? fiveDigits(deviation.measured) : null}
      >
        <dl>{deviation && <ReadingCard reading={deviation} />}</dl>
      </PredictionGate>
    </section>
  );
}

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
