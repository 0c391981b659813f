import type { TrainPreviewResult } from "../../compute/training";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { TrainingData } from "../../widget-kit/session/training-data";

/** Steps that a judgement of the curve looks back over. */
const RECENT = 30;
/** How near to guessing a loss counts as guessing. */
const STUCK = 0.03;

export const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10)} %`;

/** A probability in per cent; one that is nearly certain is not called certain. */
export function surely(probability: number): string {
  if (probability > 0.9995 && probability < 1) return "> 99.9 %";
  return probability > 0 && probability < 0.0005 ? "< 0.1 %" : percent(probability);
}

/** What the numbers say of the run, in a sentence or two; everything in it is measured. */
export function verdictOf(
  session: TrainingData | null,
  preview: TrainPreviewResult | null,
  classes: number,
): string {
  const chance = Math.log(classes);
  const guess = `guessing costs ln ${classes} = ${chance.toFixed(3)}`;
  if (!session || session.marks.length === 0) {
    if (!preview) return `The network has learned nothing yet; ${guess}.`;
    const right = Math.round(preview.accuracy * preview.count);
    return (
      `The weights are dice, so it knows nothing: it reads ${right} of ${preview.count} pictures right, ` +
      `and its loss is ${preview.loss.toFixed(3)}; ${guess}.`
    );
  }
  const { reports, marks, stepsPerEpoch } = session;
  const last = reports.at(-1);
  if (!last) return firstVerdict(session, guess);
  if (!Number.isFinite(last.loss))
    return "The loss is no number any more: the steps were so large that the weights left the range of numbers.";
  const recent = reports.slice(-RECENT);
  const mean = recent.reduce((sum, { loss }) => sum + loss / recent.length, 0);
  const dead = Object.values(last.deadShare).some((share) => share === 1);
  if (reports.length >= RECENT && Math.abs(mean - chance) < STUCK * chance)
    return `${stuckReason(session, dead)} Its loss has been ${mean.toFixed(3)} over the last ${recent.length} steps, and ${guess}.`;
  if (mean > 1.5 * chance && reports.length >= RECENT)
    return `It is worse than guessing: its loss is ${formatNumber(mean)}, and ${guess}. The steps are too large.`;
  const scored = marks.findLast(({ accuracy }) => accuracy["train"] !== undefined);
  const [train, fresh] = [scored?.accuracy["train"], marks.at(-1)!.accuracy["validation"]];
  const after = `After ${formatInteger(last.step)} steps (${formatNumber(Number((last.step / stepsPerEpoch).toFixed(2)))} epochs)`;
  if (train !== undefined && fresh !== undefined && train - fresh > 0.15 && train > 0.9)
    return (
      `It has learned its examples by heart: it is right on ${percent(train)} of those and on ${percent(fresh)} of new ones. ` +
      bestSentence(session)
    );
  const reserved = marks.at(-1)!.accuracy["reserved"];
  const strangers =
    reserved === undefined
      ? ""
      : `, and ${percent(reserved)} of those in writing styles kept from it`;
  return `${after} it reads ${percent(fresh ?? last.accuracy)} of new pictures right${strangers}.`;
}

function firstVerdict({ marks }: TrainingData, guess: string): string {
  const { accuracy, loss } = marks.at(-1)!;
  return (
    `Before its first step it reads ${percent(accuracy["validation"] ?? 0)} of new pictures right; ` +
    `its loss is ${(loss["validation"] ?? 0).toFixed(3)}, and ${guess}.`
  );
}

function stuckReason({ reports }: TrainingData, dead: boolean): string {
  const last = reports.at(-1)!;
  if (dead)
    return "It is dead: a whole layer answers 0 to every picture, so no slope reaches the weights.";
  const conv = Object.entries(last.gradientNorm).find(([name]) => name.endsWith("/weights"));
  if (conv?.[1] === 0)
    return "It cannot learn: the slope of its first kernels is exactly 0, step after step.";
  const ratio = Object.entries(last.updateRatio)
    .filter(([name]) => name.endsWith("/weights"))
    .reduce((most, [, one]) => Math.max(most, one), 0);
  if (ratio < 1e-3)
    return `It hardly moves: no layer changes by more than ${formatNumber(ratio * 100)} % in a step.`;
  return "It has not learned anything yet.";
}

function bestSentence({ marks }: TrainingData): string {
  const best = bestMark(marks);
  if (!best || best.step === marks.at(-1)!.step) return "";
  return `Its loss on new ones was lowest after step ${formatInteger(best.step)}.`;
}

/** The judgement with the lowest loss on new pictures. */
export function bestMark(marks: TrainingData["marks"]) {
  return marks.reduce<TrainingData["marks"][number] | null>((best, mark) => {
    const loss = mark.loss["validation"];
    if (loss === undefined || !(loss < (best?.loss["validation"] ?? Infinity))) return best;
    return mark;
  }, null);
}
