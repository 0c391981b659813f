import { formatNumber } from "../../../core/format/number";
import { NumberField } from "../../../ui/number-field";
import { SCENE_SIDE } from "../../../core/detection/scene";
import { SumLine } from "../../../viz/sum/sum-line";
import type { FinderModel } from "../view-model";
import { held, type DuelProps } from "./duel-props";

/** Both kernels' answers at one place, each written out as the sum it is. */
export function AnswerTrace(props: DuelProps) {
  const { model, set } = props;
  const { row, column } = model.place;
  const last = SCENE_SIDE - 1;
  return (
    <section className="od-trace" aria-label="One answer written out">
      <h4>One answer, written out</h4>
      <p className="od-about">
        Press any place of the scene or of a map, or move there with the arrow keys. The window is
        laid with its middle on it.
      </p>
      <div className="od-place">
        <NumberField
          label="Row"
          value={row}
          min={0}
          max={last}
          step={1}
          {...held(props, "row")}
          onChange={(next) => set({ row: next })}
        />
        <NumberField
          label="Column"
          value={column}
          min={0}
          max={last}
          step={1}
          {...held(props, "column")}
          onChange={(next) => set({ column: next })}
        />
      </div>
      <div className="od-finders">
        {model.finders.map((finder) => (
          <Sum key={finder.index} finder={finder} row={row} column={column} />
        ))}
      </div>
    </section>
  );
}

interface SumProps {
  readonly finder: FinderModel;
  readonly row: number;
  readonly column: number;
}

function Sum({ finder, row, column }: SumProps) {
  const trace = finder.traceAt({ row, column });
  if (!trace)
    return (
      <p>
        {finder.weights
          ? `The ${finder.name} window does not fit around row ${row}, column ${column}: there is no answer.`
          : "The kernel is being learned."}
      </p>
    );
  const { channel, bias, sum, output } = trace;
  return (
    <div className="od-sum">
      <p className="od-name">
        {finder.name} at row {row}, column {column}: <strong>{formatNumber(output)}</strong>
      </p>
      <SumLine
        channels={[channel]}
        bias={bias}
        sum={sum}
        preActivation={output}
        activation="identity"
        output={output}
      />
    </div>
  );
}
