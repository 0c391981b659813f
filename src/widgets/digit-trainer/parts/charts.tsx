import { Choice } from "../../../ui/choice";
import type { Curve as CurveChoice } from "../state";
import { percent } from "../verdict";
import { RunChart } from "./run-chart";
import type { PartProps } from "./trainer-props";

const choices: readonly { value: CurveChoice; label: string; title: string }[] = [
  { value: "accuracy", label: "Right answers", title: "Share of pictures read right" },
  { value: "gradients", label: "Gradients", title: "Length of each layer's gradient" },
  { value: "updates", label: "Updates", title: "Length of each update by that of the weights" },
  {
    value: "dead",
    label: "Dead units",
    title: "Share of ReLU channels that answer 0 to everything",
  },
];

const titles: Readonly<Record<CurveChoice, string>> = {
  accuracy: "Share read right",
  gradients: "Length of each layer’s gradient",
  updates: "Length of the update by that of the weights",
  dead: "Share of channels that are 0 all over the batch",
};

/** The loss, and beside it one of the other curves. */
export function Charts({ model, set, pinned }: PartProps) {
  const { progress, loss, second, chance, classes, state } = model;
  const shared = {
    steps: Math.max(progress.ahead, progress.goal),
    stepsPerEpoch: progress.stepsPerEpoch,
    empty: "Press Run.",
  };
  const share = state.curve === "accuracy" || state.curve === "dead";
  return (
    <div className="dt-charts">
      <RunChart
        {...shared}
        title="Loss, on a logarithmic scale"
        curves={loss}
        scale={{ kind: "log" }}
        line={{ value: chance, name: `guessing: ln ${classes.length}` }}
      />
      <div>
        <RunChart
          {...shared}
          title={titles[state.curve]}
          curves={second}
          scale={share ? { kind: "linear", most: 1 } : { kind: "log" }}
          line={
            state.curve === "accuracy" ? { value: 1 / classes.length, name: "guessing" } : undefined
          }
          format={share ? percent : undefined}
        />
        <Choice
          label="Second chart"
          hideLabel
          value={state.curve}
          options={choices}
          onChange={(curve) => set({ curve })}
          disabled={pinned("curve")}
        />
      </div>
    </div>
  );
}
