import { formatInteger, formatNumber } from "../../../core/format/number";
import { NumberGrid } from "../../../viz/grid/number-grid";
import { Operator } from "../../../viz/flow/operator";
import { SumLine } from "../../../viz/sum/sum-line";
import { WRITTEN } from "../trace";
import type { ShrinkModel } from "../view-model";

/** Windows up to this side are drawn cell by cell. */
const DRAWN = 5;

/** The number of the chosen cell, taken apart. */
export function SumPanel({ model }: { readonly model: ShrinkModel }) {
  const { trace, output, state, layer } = model;
  if (!trace || output === null || !layer)
    return (
      <p className="sm-hint">
        {state.depth === 0
          ? "Go one layer deeper, and every number can be taken apart."
          : "The numbers are on their way."}
      </p>
    );
  const { terms, size, kind } = trace;
  const place = `row ${state.row}, column ${state.column}`;
  if (kind !== "sum" || size > WRITTEN)
    return (
      <div className="sm-sum">
        <p>
          {place}: {kindText(kind, size ** 2)} is <strong>{formatNumber(output)}</strong>.
        </p>
        {size <= DRAWN && (
          <NumberGrid
            label="Numbers under the window"
            rows={size}
            columns={size}
            values={terms.map(({ value }) => value)}
            colors="none"
            highlighted={kind === "largest" ? terms.findIndex((t) => t.value === output) : null}
          />
        )}
      </div>
    );
  return (
    <div className="sm-sum">
      <p className="sm-place">{place}</p>
      {size <= DRAWN && (
        <div className="sm-products">
          <NumberGrid
            label="Numbers under the window"
            rows={size}
            columns={size}
            values={terms.map(({ value }) => value)}
            colors="none"
            outside={terms.map(({ source }) => source === null)}
          />
          <Operator kind="multiply" />
          <NumberGrid
            label="Weights of the kernel"
            rows={size}
            columns={size}
            values={terms.map(({ weight }) => weight)}
          />
        </div>
      )}
      <SumLine
        channels={[{ name: "products", terms, sum: trace.result }]}
        bias={0}
        sum={trace.result}
        preActivation={trace.result}
        activation={state.relu ? "relu" : "identity"}
        output={output}
      />
    </div>
  );
}

function kindText(kind: "sum" | "largest" | "mean", count: number): string {
  const many = formatInteger(count);
  if (kind === "sum") return `the sum of ${many} products`;
  return kind === "largest" ? `the largest of ${many} numbers` : `the mean of ${many} numbers`;
}
