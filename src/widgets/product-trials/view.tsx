// First: the parts refine these rules.
import "./product-trials.css";
import { useCallback, useDeferredValue, useMemo } from "react";
import { formatInteger, formatNumber } from "../../core/format/number";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Message } from "../../ui/message";
import { NumberField } from "../../ui/number-field";
import { Bars } from "./parts/bars";
import { FunnelChart } from "./parts/funnel-chart";
import { Opened } from "./parts/opened";
import { Readings } from "./parts/readings";
import type { TrialsProps } from "./parts/trials-props";
import { useRun } from "./parts/use-run";
import { MOST_SEED, TRIALS, WIDTHS, type Measure } from "./schema";

const measures: readonly { value: Measure; label: string }[] = [
  { value: "mean", label: "means" },
  { value: "square", label: "mean squares" },
];

/** Thousands of random layers: their averages, the cloud they are drawn from, and one of them. */
export function View(props: TrialsProps) {
  const { id, state, set, model, pinned, computed } = props;
  const { run, stop } = useRun(props);
  const { running, count } = model;
  // Single trials follow in a breath of their own, after the averages.
  const later = useDeferredValue(model);
  const { results, opened } = later;
  const { measure } = later.state;
  const mark = useMemo(
    () => ({
      at: "x" as const,
      value: measure === "mean" ? opened.mean : opened.square,
      label: `trial ${formatInteger(opened.trial + 1)}`,
      tone: "mark" as const,
    }),
    [measure, opened],
  );
  const onTrial = useCallback((trial: number) => set({ trial }), [set]);
  const fixed = (field: keyof typeof state) => ({
    disabled: pinned.has(field),
    reason: "Fixed in this figure.",
  });
  return (
    <div className="pt" data-pending={computed.status === "pending" || undefined}>
      <div className="pt-head">
        <Choice
          label="Layer"
          value={state.activation}
          options={[
            { value: "relu", label: "relu(W·x)" },
            { value: "identity", label: "W·x" },
          ]}
          {...fixed("activation")}
          onChange={(activation) => set({ activation })}
        />
        <NumberField
          label="Width n"
          value={state.width}
          {...WIDTHS}
          step={8}
          {...fixed("width")}
          onChange={(width) => set({ width })}
        />
        <NumberField
          label="Trials"
          value={state.trials}
          {...TRIALS}
          step={500}
          {...fixed("trials")}
          onChange={(trials) => set({ trials })}
        />
        <NumberField
          label="Seed"
          value={state.seed}
          min={0}
          max={MOST_SEED}
          step={1}
          {...fixed("seed")}
          onChange={(seed) => set({ seed })}
        />
      </div>
      <div className="pt-run">
        {running ? (
          <Button onPress={stop}>Stop</Button>
        ) : (
          <Button kind="primary" onPress={() => void run()}>
            Run {formatInteger(state.trials)} trials
          </Button>
        )}
        <progress
          max={state.trials}
          value={count}
          aria-label={`${formatInteger(count)} of ${formatInteger(state.trials)} trials`}
        />
        <span className="pt-quiet">
          {formatInteger(count)} of {formatInteger(state.trials)} trials
        </span>
      </div>
      <Message kind="error">{model.failure}</Message>
      <Readings id={id} model={model} />
      <div className="pt-charts">
        {model.funnels.map((funnel) => (
          <FunnelChart key={funnel.name} funnel={funnel} most={state.trials} />
        ))}
        <p className="pt-quiet pt-note">
          Dashed: theory. The band is where theory expects nineteen of twenty averages: two standard
          errors, which shrink with the root of the trials.
        </p>
      </div>
      <section className="pt-results" aria-label="Results of single trials">
        <Choice
          label="Results of single trials"
          value={state.measure}
          options={measures}
          {...fixed("measure")}
          onChange={(measure) => set({ measure })}
        />
        <div className="pt-charts">
          {results && (
            <Bars
              title={`${measure === "mean" ? "mean" : "mean square"} of one trial`}
              unit="trials"
              label={`Histogram of ${formatInteger(later.count)} results, against a bell at ${formatNumber(results.centre)} with deviation ${formatNumber(results.scatter)}.`}
              histogram={results.histogram}
              bell={results}
              mark={mark}
            />
          )}
          <div className="pt-scatter">
            {later.scatter.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </div>
      </section>
      <Opened model={later} onTrial={onTrial} />
      <p className="pt-quiet pt-note">
        Same distribution, {formatInteger(state.width)} times cheaper: given x, the entries of W·x
        are independent normal numbers with deviation |x|, so they are drawn as such.
      </p>
    </div>
  );
}
