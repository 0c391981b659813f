import { fixed, percent, whole } from "../../facts/format";
import { RUNS, type Run, diceRun, patientRun } from "../../facts/math/training-runs";
import { StaticFigure } from "./static-figure";

function Row({ label, run: { train, held } }: { label: string; run: Run }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{percent()(train.accuracy)}</td>
      <td>{percent()(held.accuracy)}</td>
      <td>{fixed(2)(train.loss)}</td>
      <td>{fixed(2)(held.loss)}</td>
    </tr>
  );
}

/** The same network, taught by heart from few examples, from more, and from labels drawn by dice. */
export function FitRuns() {
  return (
    <StaticFigure
      caption={`${RUNS.patient.epochs} epochs with learning rate ${RUNS.patient.learningRate} and batches of ${RUNS.patient.batch}.`}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Examples</th>
            <th scope="col">Right, trained</th>
            <th scope="col">Right, new</th>
            <th scope="col">Loss, trained</th>
            <th scope="col">Loss, new</th>
          </tr>
        </thead>
        <tbody>
          {RUNS.sizes.map((size) => (
            <Row key={size} label={`${whole(size)} examples`} run={patientRun(size)} />
          ))}
          <Row label={`${whole(RUNS.dice)} examples, labels by dice`} run={diceRun()} />
        </tbody>
      </table>
    </StaticFigure>
  );
}
