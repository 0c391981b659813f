import { memo, useState } from "react";
import { Choice } from "../../../ui/choice";
import { LineChart } from "../../../viz/chart/line-chart";
import type { RunCharts } from "../charts";
import type { Curve as CurveChoice } from "../state";
import type { TrainerProps } from "./trainer-props";

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

const HEIGHT = 250;

export interface ChartsProps {
  readonly charts: RunCharts;
  readonly curve: CurveChoice;
  readonly set: TrainerProps["set"];
  readonly disabled: boolean;
}

/** The loss, and beside it one of the other curves, with one cursor on both. */
export const Charts = memo(function Charts({ charts, curve, set, disabled }: ChartsProps) {
  const { loss, second } = charts;
  const [cursor, setCursor] = useState<number | null>(null);
  // The newest step until the reader chooses one; a run that has gone back lost those after it.
  const newest = loss.stops.at(-1) ?? null;
  const at = cursor !== null && newest !== null && cursor <= newest ? cursor : newest;
  const shared = { height: HEIGHT, cursor: at, onCursor: setCursor };
  return (
    <div className="dt-charts">
      <LineChart {...loss} {...shared} />
      <div className="dt-second">
        <LineChart {...second} {...shared} />
        <Choice
          label="Second chart"
          hideLabel
          value={curve}
          options={choices}
          onChange={(next) => set({ curve: next })}
          disabled={disabled}
        />
      </div>
    </div>
  );
});
