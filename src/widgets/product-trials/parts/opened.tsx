import { memo } from "react";
import { formatInteger, formatNumber } from "../../../core/format/number";
import { NumberField } from "../../../ui/number-field";
import { SumRow } from "../../../viz/sum/sum-row";
import "../../../viz/viz.css";
import "../../../viz/sum/sum-line.css";
import type { ProductTrialsModel } from "../view-model";
import { Bars } from "./bars";

/** Outputs written out before the sum is cut short. */
const WRITTEN = 5;

interface OpenedProps {
  readonly model: ProductTrialsModel;
  readonly onTrial: (trial: number) => void;
}

/** One trial: its products, what the activation leaves, and the sums behind its two results. */
export const Opened = memo(function Opened({ model, onTrial }: OpenedProps) {
  const { opened, products, state } = model;
  const { outputs, length, sum, sumOfSquares, mean, square } = opened;
  const relu = state.activation === "relu";
  const first = [...outputs.slice(0, WRITTEN)].map(formatNumber);
  const more = outputs.length - first.length;
  const rest = more > 0 ? ` + … ${formatInteger(more)} more` : "";
  const n = formatInteger(state.width);
  const negative = (text: string, power: string) =>
    text.startsWith("−") ? `(${text})${power}` : `${text}${power}`;
  return (
    <section className="pt-opened" aria-label="One trial opened">
      <h4>One trial, opened</h4>
      <div className="pt-opened-body">
        <div className="pt-opened-side">
          <NumberField
            label="Trial"
            value={opened.trial + 1}
            min={1}
            max={state.trials}
            step={1}
            onChange={(trial) => onTrial(trial - 1)}
          />
          <Bars
            title={relu ? "W·x; ReLU makes the half below 0 zero" : "W·x"}
            unit="outputs"
            label={`The ${n} products of trial ${opened.trial + 1}, against a bell of deviation ${formatNumber(length)}.`}
            histogram={products}
            bell={{ centre: 0, scatter: length }}
            cutBelow={relu ? 0 : undefined}
          />
        </div>
        <dl className="viz-sum">
          <SumRow name="|x|" result={length}>
            √(Σx²): given x, every W·x is normal with this deviation
          </SumRow>
          <SumRow name="Σy" result={sum}>
            {first.map((text, at) => (at > 0 ? negative(text, "") : text)).join(" + ")}
            {rest}
          </SumRow>
          <SumRow name="mean" result={mean}>
            {formatNumber(sum)} ÷ {n}
          </SumRow>
          <SumRow name="Σy²" result={sumOfSquares} kind="total">
            {first.map((text) => negative(text, "²")).join(" + ")}
            {rest}
          </SumRow>
          <SumRow name="mean square" result={square}>
            {formatNumber(sumOfSquares)} ÷ {n}
          </SumRow>
          <SumRow name="rms" result={Math.sqrt(square)}>
            √{formatNumber(square)}
          </SumRow>
        </dl>
      </div>
    </section>
  );
});
