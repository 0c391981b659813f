import type { StepReport } from "../../compute/training";
import type { PastRun, TrainingData } from "../../widget-kit/session/training-data";
import type { ChartSeries, LineSeries, Tone } from "../../viz/chart/series";
import { setLabels } from "./plan";
import type { Curve as CurveChoice } from "./state";

/** Steps that a mean looks back over. */
export const WINDOW = 12;

const running = `mean of ${WINDOW} batches`;
const setTones: Readonly<Record<string, Tone>> = {
  validation: "second",
  reserved: "third",
  own: "mark",
};
const tones: readonly Tone[] = ["main", "second", "third", "mark", "quiet"];

/** What a run has recorded, as far as curves are drawn of it. */
export type Recorded = Pick<TrainingData, "reports" | "marks" | "before" | "stepsPerEpoch">;

/** Curves of the loss over epochs: each batch's, their running mean, the judged set's, the run before. */
export function lossCurves(run: Recorded): readonly ChartSeries[] {
  const { reports, before } = run;
  const x = epochsOf(reports, run);
  const loss = reports.map((report) => report.loss);
  return [
    ...pastCurve(before, (past) => past.reports.map((report) => [report.step, report.loss])),
    { kind: "runs", name: "each batch", tone: "quiet", x, runs: [loss] },
    { kind: "line", name: running, x, y: smoothed(loss) },
    ...judged(run, "loss", ["validation"]),
  ];
}

/** The curves of the second chart, over epochs. */
export function secondCurves(
  run: Recorded,
  curve: CurveChoice,
  names: Readonly<Record<string, string>>,
): readonly ChartSeries[] {
  const { reports, before } = run;
  const x = epochsOf(reports, run);
  if (curve === "accuracy") {
    const accuracy = reports.map((report) => report.accuracy);
    return [
      ...pastCurve(before, (past) =>
        past.marks.flatMap(({ step, accuracy: { validation } }) =>
          validation === undefined ? [] : [[step, validation]],
        ),
      ),
      { kind: "line", name: running, x, y: smoothed(accuracy) },
      ...judged(run, "accuracy", ["validation", "reserved", "own"]),
    ];
  }
  const pick = (report: StepReport) =>
    curve === "dead"
      ? report.deadShare
      : curve === "gradients"
        ? report.gradientNorm
        : report.updateRatio;
  return Object.keys(reports[0] ? pick(reports[0]) : {})
    .filter((name) => curve === "dead" || name.endsWith("/weights"))
    .map((key, at): LineSeries => {
      const y = reports.map((report) => pick(report)[key]!);
      const name =
        curve === "dead" ? `ReLU ${at + 1}` : (names[key.slice(0, key.indexOf("/"))] ?? key);
      const tone = tones[at % tones.length]!;
      return { kind: "line", name, label: name, tone, x, y: curve === "dead" ? y : smoothed(y) };
    });
}

const epochsOf = (
  records: readonly { readonly step: number }[],
  { stepsPerEpoch }: Pick<Recorded, "stepsPerEpoch">,
) => records.map(({ step }) => step / stepsPerEpoch);

function pastCurve(
  before: PastRun | null,
  pick: (run: PastRun) => readonly (readonly number[])[],
): readonly ChartSeries[] {
  if (!before) return [];
  const points = pick(before);
  return [
    {
      kind: "theory",
      name: "the run before",
      tone: "quiet",
      x: points.map(([step]) => step! / before.stepsPerEpoch),
      y: smoothed(points.map(([, value]) => value!)),
    },
  ];
}

function judged(
  run: Recorded,
  key: "loss" | "accuracy",
  sets: readonly string[],
): readonly LineSeries[] {
  return sets.flatMap((set): LineSeries[] => {
    const marks = run.marks.filter((mark) => mark[key][set] !== undefined);
    if (marks.length === 0) return [];
    const y = marks.map((mark) => mark[key][set]!);
    return [
      { kind: "line", name: setLabels[set]!, tone: setTones[set], x: epochsOf(marks, run), y },
    ];
  });
}

/** Means of the last steps; what is no number stays in sight. */
export function smoothed(values: readonly number[]): readonly number[] {
  return values.map((_, at) => {
    const from = Math.max(at - WINDOW + 1, 0);
    let sum = 0;
    for (let one = from; one <= at; one++) sum += values[one]!;
    return sum / (at - from + 1);
  });
}
