import { Choice } from "../../../ui/choice";
import { experiments, type Experiment } from "../experiments";
import { schema } from "../schema";
import type { RaceProps } from "./race-props";

const fields = ["distribution", "fan", "gain", "activation"] as const;

/** The notes' experiments, and the program of the chosen one with what is new in it. */
export function ExperimentsBar({
  set,
  model,
  pinned,
  onChosen,
}: Pick<RaceProps, "set" | "model" | "pinned"> & {
  readonly onChosen: (experiment: Experiment) => void;
}) {
  const { experiment } = model;
  const fixed = fields.some((field) => pinned.has(field));
  const { width, depth } = schema.defaults;
  return (
    <div className="race-experiments">
      <div className="race-choice">
        <Choice
          label="Experiment of the notes"
          value={experiment?.id ?? ""}
          options={experiments.map(({ id, label, about }) => ({ value: id, label, title: about }))}
          disabled={fixed}
          reason="Fixed in this figure."
          onChange={(id) => {
            const chosen = experiments.find((one) => one.id === id)!;
            set({ width, depth, ...chosen.state, columns: 1, layer: depth });
            onChosen(chosen);
          }}
        />
        <p className="race-about">
          {experiment ? `${experiment.label}: ${experiment.about}.` : "Settings of your own."}
        </p>
      </div>
      {experiment && (
        <pre className="race-program">
          <code>
            {experiment.program.map((line, at) =>
              experiment.changed.includes(at) ? <mark key={line}>{`${line}\n`}</mark> : `${line}\n`,
            )}
          </code>
        </pre>
      )}
    </div>
  );
}
