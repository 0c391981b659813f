import type { TrainPreviewResult } from "../../compute/training";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { Sample } from "./samples";
import { percent } from "./verdict";
import type { Tile, TrainerSession } from "./view-model";

/** Terms of a mean that are written out. */
const TERMS = 40;

/** The numbers of the moment, each with the sum that makes it. */
export function tilesOf(
  session: TrainerSession | null,
  preview: TrainPreviewResult | null,
  classes: number,
  samples: readonly Pick<Sample, "place">[],
): readonly Tile[] {
  const guess = `guessing: ${Math.log(classes).toFixed(3)}`;
  if (!session) return firstTiles(preview, guess, samples);
  const { reports, marks, scores, scoredAt, detail } = session;
  const last = reports.at(-1);
  const mark = marks.at(-1);
  const trained = marks.findLast(({ accuracy }) => accuracy["train"] !== undefined);
  const loss = last ? last.loss : (mark?.loss["validation"] ?? NaN);
  const tiles: Tile[] = [
    {
      name: "Loss",
      value: shownLoss(loss),
      note: last ? `of the last batch; ${guess}` : guess,
      work: last && detail ? meanWork(lossesOf(detail), detail.labels.length, loss) : null,
    },
  ];
  const share = (name: string, note: string, value: number | undefined, set: string, at = mark) => {
    if (value === undefined) return;
    const count = at?.step === scoredAt ? scores[set]?.count : undefined;
    tiles.push({ name, value: percent(value), note, work: count ? shareWork(value, count) : null });
  };
  const after = mark ? `after step ${formatInteger(mark.step)}` : "";
  share("New pictures read right", after, mark?.accuracy["validation"], "validation");
  share("New writing styles", "styles kept from training", mark?.accuracy["reserved"], "reserved");
  const all = marks.findLast(({ accuracy }) => accuracy["ownAll"] !== undefined);
  share(
    "Your pictures",
    all ? `all ${formatInteger(scores["ownAll"]?.count ?? 0)}` : "the first of them",
    all?.accuracy["ownAll"] ?? mark?.accuracy["own"],
    all ? "ownAll" : "own",
    all ?? mark,
  );
  share(
    "Pictures trained on",
    trained ? `after step ${formatInteger(trained.step)}` : "",
    trained?.accuracy["train"],
    "train",
    trained,
  );
  return tiles;
}

function firstTiles(
  preview: TrainPreviewResult | null,
  guess: string,
  samples: readonly Pick<Sample, "place">[],
): readonly Tile[] {
  const losses = (preview?.probabilities ?? []).flatMap((row, at) => {
    const place = samples[at]?.place;
    return place === undefined ? [] : [-Math.log(row[place]!)];
  });
  return [
    {
      name: "Loss",
      value: preview ? preview.loss.toFixed(3) : "…",
      note: guess,
      work: preview && meanWork(losses, preview.count, preview.loss),
    },
    {
      name: "New pictures read right",
      value: preview ? percent(preview.accuracy) : "…",
      note: preview ? `of ${preview.count}, before the first step` : "before the first step",
      work: preview && shareWork(preview.accuracy, preview.count),
    },
  ];
}

/** Of every picture of a batch, −ln of the probability that its label was given. */
export function lossesOf({
  labels,
  probabilities,
}: Pick<NonNullable<TrainerSession["detail"]>, "labels" | "probabilities">): readonly number[] {
  const classes = probabilities.shape[1]!;
  return labels.map((label, row) => -Math.log(probabilities.data[row * classes + label]!));
}

function meanWork(losses: readonly number[], count: number, mean: number): string {
  const terms = losses.slice(0, TERMS).map((loss) => loss.toFixed(3));
  const more = count > terms.length ? " + …" : "";
  return (
    `(${terms.join(" + ")}${more}) / ${formatInteger(count)} = ${shownLoss(mean)}. ` +
    "Each term is one picture’s: −ln of the probability that was given to its label."
  );
}

function shareWork(share: number, count: number): string {
  const right = Math.round(share * count);
  return `${formatInteger(right)} right / ${formatInteger(count)} pictures = ${percent(share)}`;
}

const shownLoss = (loss: number) =>
  Number.isFinite(loss) && loss < 100 ? loss.toFixed(3) : formatNumber(loss);
