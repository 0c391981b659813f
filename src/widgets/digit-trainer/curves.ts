import type { StepReport } from "../../compute/training";
import type { PastRun, TrainingData } from "../../widget-kit/session/training-data";
import { setLabels } from "./plan";
import type { Curve as CurveChoice } from "./state";
import type { Curve } from "./view-model";

/** Steps that a smoothed point looks back over. */
const WINDOW = 12;
/** Points of one curve at most: more than a chart has pixels. */
const MOST_POINTS = 600;

type Point = readonly [number, number];

/** Every curve of the loss: each batch's, its running mean, the judged sets', the run before. */
export function lossCurves(session: TrainingData | null): readonly Curve[] {
  if (!session) return [];
  const batch = session.reports.map(({ step, loss }): Point => [step, loss]);
  return [
    ...pastCurve(session.before, (run) => run.reports.map(({ step, loss }): Point => [step, loss])),
    { name: "each batch", kind: "faint", points: thinned(batch) },
    { name: "batches, running mean", kind: "strong", points: thinned(smoothed(batch)) },
    ...judged(session, "loss", ["validation"]),
  ];
}

/** The curves of the second chart. */
export function secondCurves(
  session: TrainingData | null,
  curve: CurveChoice,
  names: Readonly<Record<string, string>>,
): readonly Curve[] {
  if (!session) return [];
  const { reports } = session;
  if (curve === "accuracy") {
    const batch = reports.map(({ step, accuracy }): Point => [step, accuracy]);
    const past = (run: PastRun) =>
      run.marks.flatMap(({ step, accuracy }): Point[] =>
        accuracy["validation"] === undefined ? [] : [[step, accuracy["validation"]]],
      );
    return [
      ...pastCurve(session.before, past),
      { name: "batches, running mean", kind: "strong", points: thinned(smoothed(batch)) },
      ...judged(session, "accuracy", ["validation", "reserved", "own"]),
    ];
  }
  if (curve === "dead")
    return Object.keys(reports[0]?.deadShare ?? {}).map((path, at) => ({
      name: `ReLU ${at + 1}`,
      kind: "strong",
      points: thinned(reports.map(({ step, deadShare }): Point => [step, deadShare[path]!])),
    }));
  const of = (report: StepReport) =>
    curve === "gradients" ? report.gradientNorm : report.updateRatio;
  return Object.keys(reports[0] ? of(reports[0]) : {})
    .filter((name) => name.endsWith("/weights"))
    .map((name) => ({
      name: names[name.slice(0, name.indexOf("/"))] ?? name,
      kind: "strong",
      points: thinned(smoothed(reports.map((report): Point => [report.step, of(report)[name]!]))),
    }));
}

function pastCurve(before: PastRun | null, pick: (run: PastRun) => readonly Point[]): Curve[] {
  if (!before) return [];
  return [{ name: "the run before", kind: "faint", points: thinned(smoothed(pick(before))) }];
}

function judged(
  { marks }: TrainingData,
  key: "loss" | "accuracy",
  sets: readonly string[],
): readonly Curve[] {
  return sets.flatMap((set): Curve[] => {
    const points = marks.flatMap((mark): Point[] =>
      mark[key][set] === undefined ? [] : [[mark.step, mark[key][set]]],
    );
    return points.length > 0 ? [{ name: setLabels[set]!, kind: "marks", points }] : [];
  });
}

/** Means of the last steps; what is no number stays in sight. */
export function smoothed(points: readonly Point[]): readonly Point[] {
  return points.map(([step], at) => {
    const last = points.slice(Math.max(at - WINDOW + 1, 0), at + 1);
    return [step, last.reduce((sum, [, value]) => sum + value / last.length, 0)];
  });
}

function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= MOST_POINTS) return points;
  const every = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, at) => at % every === 0 || at === points.length - 1);
}
