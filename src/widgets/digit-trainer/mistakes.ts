import type { SetScore, StepDetail } from "../../compute/training";
import { formatInteger } from "../../core/format/number";
import { setLabels } from "./plan";
import type { DigitTrainerState } from "./state";
import { lossesOf } from "./tiles";
import { surely } from "./verdict";
import type { Answered, BatchModel, MistakesModel, TrainerSession } from "./view-model";

/** Which label was taken for which class, and the wrong answers that were given most surely. */
export function mistakesModel(
  { judged }: Pick<DigitTrainerState, "judged">,
  session: TrainerSession,
  classes: readonly string[],
): MistakesModel | null {
  const { scores } = session;
  const names = (["validation", "reserved", "own", "train"] as const).filter(
    (name) => scoreOf(scores, name) !== undefined,
  );
  const name = names.find((one) => one === judged) ?? names[0];
  const score = name && scoreOf(scores, name);
  if (!score) return null;
  const count = classes.length;
  const confusion = classes.map((_, label) =>
    Array.from(score.confusion.data.subarray(label * count, (label + 1) * count)),
  );
  return {
    set: `${setLabels[name]}, ${formatInteger(score.count)} pictures after step ${formatInteger(session.scoredAt)}`,
    sets: names.map((value) => ({ value, label: setLabels[value]! })),
    classes,
    confusion,
    worst: score.worst.map(({ image, label, predicted, probability }) => ({
      image,
      label: classes[label]!,
      answer: classes[predicted]!,
      right: false,
      note: `${surely(probability)} sure`,
    })),
    sentence: worstPair(confusion, classes),
  };
}

/** Of the reader's pictures all are counted once they have been. */
function scoreOf(scores: TrainerSession["scores"], name: string): SetScore | undefined {
  return (name === "own" ? scores["ownAll"] : undefined) ?? scores[name];
}

function worstPair(confusion: readonly (readonly number[])[], classes: readonly string[]): string {
  let [most, from, to] = [0, 0, 0];
  confusion.forEach((row, label) =>
    row.forEach((count, predicted) => {
      if (label !== predicted && count > most) [most, from, to] = [count, label, predicted];
    }),
  );
  if (most === 0) return "None of these pictures is read wrong.";
  const total = confusion[from]!.reduce((sum, count) => sum + count, 0);
  return `The most common mistake: ${most} of ${total} pictures of “${classes[from]}” are taken for “${classes[to]}”.`;
}

/** The pictures of the last step, each with its own loss; their mean is the step's. */
export function batchModel(
  detail: StepDetail,
  step: number,
  classes: readonly string[],
): BatchModel {
  const { input, labels, probabilities } = detail;
  const [batch, ...imageShape] = input.shape as [number, ...number[]];
  const size = input.data.length / batch;
  const count = classes.length;
  const losses = lossesOf(detail);
  const pictures = labels.map((label, row): Answered & { readonly loss: number } => {
    const own = probabilities.data.subarray(row * count, (row + 1) * count);
    const answer = own.reduce((best, value, at) => (value > own[best]! ? at : best), 0);
    const loss = losses[row]!;
    return {
      image: { shape: imageShape, data: input.data.subarray(row * size, (row + 1) * size) },
      label: classes[label]!,
      answer: classes[answer]!,
      right: answer === label,
      note: `p(${classes[label]}) = ${own[label]!.toFixed(3)}, loss ${loss.toFixed(3)}`,
      loss,
    };
  });
  return {
    step,
    pictures,
    loss: pictures.reduce((sum, { loss }) => sum + loss / pictures.length, 0),
  };
}
