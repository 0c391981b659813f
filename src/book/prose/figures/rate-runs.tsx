import { fixed, percent, whole } from "../../facts/format";
import { RUNS, rateRun } from "../../facts/math/training-runs";
import { StaticFigure } from "./static-figure";

/** The same training with six learning rates. */
export function RateRuns() {
  return (
    <StaticFigure
      caption={`After ${RUNS.epochs} epochs on ${whole(RUNS.examples)} examples. Loss in nats per example.`}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Learning rate</th>
            <th scope="col">Loss, trained examples</th>
            <th scope="col">Loss, new examples</th>
            <th scope="col">Right, new examples</th>
          </tr>
        </thead>
        <tbody>
          {RUNS.rates.map((rate) => {
            const { train, held } = rateRun(rate);
            return (
              <tr key={rate}>
                <th scope="row">{rate}</th>
                <td>{fixed(2)(train.loss)}</td>
                <td>{fixed(2)(held.loss)}</td>
                <td>{percent()(held.accuracy)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </StaticFigure>
  );
}
