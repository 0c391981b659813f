import { formatInteger } from "../../../core/format/number";
import type { ProgressModel } from "../view-model";

/** Where the run stands in the words of the loop: iteration, batch and epoch. */
export function progressText(progress: ProgressModel): string {
  const { phase, step, epoch, inEpoch, stepsPerEpoch, batch, examples } = progress;
  const loop =
    `${formatInteger(examples)} pictures in batches of ${formatInteger(batch)}: ` +
    `${formatInteger(stepsPerEpoch)} iterations make an epoch.`;
  if (step === 0) return phase === "opening" ? "Drawing the pictures…" : loop;
  if (inEpoch === 0) return `Iteration ${formatInteger(step)}: ${epochs(epoch)} complete.`;
  return (
    `Iteration ${formatInteger(step)}: batch ${formatInteger(inEpoch)} of ${formatInteger(stepsPerEpoch)} ` +
    `in epoch ${formatInteger(epoch + 1)}.`
  );
}

/** What is left, or why it waits. */
export function timeText({ phase, secondsLeft }: ProgressModel): string {
  if (phase === "away") return "Waiting until the figure is in sight.";
  if (phase !== "running" || secondsLeft === null) return "";
  if (secondsLeft < 1) return "less than a second left";
  if (secondsLeft < 90) return `about ${Math.round(secondsLeft)} s left`;
  return `about ${Math.round(secondsLeft / 60)} min left`;
}

const epochs = (count: number) => `${formatInteger(count)} ${count === 1 ? "epoch" : "epochs"}`;
