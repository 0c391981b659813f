import type { Reading } from "../../compute/training";
import { digitSide } from "../../core/digits/digit";
import { inked } from "../../core/digits/pen";
import { prepareDigit, resized } from "../../core/digits/prepare";
import { softmax } from "../../core/loss/softmax";
import type { Network } from "../../core/network/layer";
import { formatNumber } from "../../core/format/number";
import type { Tensor } from "../../core/tensor";
import type { DigitTrainerState } from "./state";
import { BOARD, type Stroke } from "./strokes";
import type { ReadingModel } from "./view-model";
import { surely } from "./verdict";
import { checksumOf, type Weights } from "./weights";

/** Side of the inked drawing: fine enough that fitting smooths its edges. */
const FINE = 112;
/** Width of the pen in cells of the board: two pixels and a half of a fitted digit. */
const PEN = 5;

/** What a network for digits takes. */
const DIGIT = [digitSide, digitSide, 1];

/** The board with ink on it, `[112, 112]`. */
function inkedBoard(strokes: readonly Stroke[]): Tensor {
  const zoom = FINE / BOARD;
  const paths = strokes.map((stroke) => {
    // A single point is a dot: a line of no length.
    const places = stroke.length === 2 ? [...stroke, ...stroke] : stroke;
    return Float64Array.from(places, (place) => (place + 0.5) * zoom - 0.5);
  });
  const pen = { thickness: PEN * zoom, softness: zoom, gain: 1 };
  return { shape: [FINE, FINE], data: inked(paths, FINE, pen) };
}

/** A drawing with each step of its preparation. */
export type PreparedDrawing = ReturnType<typeof preparedDrawing>;

/** Inks a drawing, scales it down, and crops, fits and centres it. */
export function preparedDrawing(strokes: readonly Stroke[]) {
  const board = inkedBoard(strokes);
  const raw = resized(board, digitSide, digitSide);
  const prepared = prepareDigit(board, digitSide);
  const steps = [
    { name: "Scaled down", note: `${BOARD} × ${BOARD} cells become 28 × 28`, image: raw },
    {
      name: "Cropped",
      note: prepared
        ? `to its ink, ${inCells(prepared.bounds.columns)} × ${inCells(prepared.bounds.rows)} cells`
        : "there is no ink",
      image: prepared?.cropped ?? null,
    },
    {
      name: "Fitted",
      note: prepared
        ? `longer side 20, so ${prepared.fitted.shape[1]} × ${prepared.fitted.shape[0]} pixels`
        : "there is no ink",
      image: prepared?.fitted ?? null,
    },
    {
      name: "Centred",
      note: "centre of mass in the middle of 28 × 28",
      image: prepared?.centered ?? null,
    },
  ];
  return { raw, prepared, steps };
}

/** What is read of a drawing: as the reader wants it prepared, and the other way; `null` for a blank. */
export function drawnPictures(
  { prepare }: Pick<DigitTrainerState, "prepare">,
  { raw, prepared }: PreparedDrawing,
): readonly [Tensor, Tensor] | null {
  if (!prepared) return null;
  const shaped = ({ data }: Tensor): Tensor => ({ shape: DIGIT, data });
  const ways = [shaped(prepared.centered), shaped(raw)] as const;
  return prepare ? ways : [ways[1], ways[0]];
}

/** Whether a network takes what is drawn on the board. */
export const readsDrawings = (data: DigitTrainerState["data"], network: Network): boolean =>
  data !== "shapes" && network.inputShape.join() === DIGIT.join();

/** How the drawing was read with the weights as they stand; nothing about them changes. */
export function readingModel(
  state: Pick<DigitTrainerState, "prepare" | "data">,
  drawing: PreparedDrawing,
  weights: Weights,
  read: Reading | null,
): ReadingModel {
  const { network, parameters, step } = weights;
  const fits = readsDrawings(state.data, network);
  const pictures = drawnPictures(state, drawing);
  const shared = {
    raw: drawing.raw,
    steps: drawing.steps,
    input: pictures?.[0] ?? null,
    checksum: checksumOf(parameters),
    parameters: Object.values(parameters).reduce((sum, { data: own }) => sum + own.length, 0),
    trained: step > 0,
  };
  const answers = fits && pictures ? read?.scores.map(answerOf) : undefined;
  const [first, other] = answers ?? [];
  if (!first || !other)
    return {
      ...shared,
      probabilities: null,
      answer: null,
      otherwise: null,
      why: null,
      note: fits ? null : "This network was made for other pictures than 28 × 28 digits.",
    };
  return {
    ...shared,
    probabilities: first.probabilities,
    answer: first.answer,
    otherwise: `${state.prepare ? "Without" : "With"} preparation it reads ${other.answer}, ${surely(other.probabilities[other.answer]!)} sure.`,
    why: read?.contributions ? reasonOf(read.contributions, first) : null,
    note: step > 0 ? null : "The network is untrained: press Run first, or see how dice read.",
  };
}

const inCells = (pixels: number) => formatNumber(Math.round((pixels * BOARD) / FINE));

/** The class with the highest score, and the chances of all. */
function answerOf(scores: readonly number[]) {
  const data = Float32Array.from(scores);
  const answer = data.reduce((best, score, at) => (score > data[best]! ? at : best), 0);
  const probabilities = Array.from(softmax({ shape: [1, data.length], data }).data);
  return { answer, probabilities, score: scores[answer]! };
}

/**
 * For the winner each pixel's gradient times its ink: by how much the score
 * would fall, to first order, were the ink there taken away.
 */
function reasonOf(
  contributions: readonly number[],
  { answer, score }: ReturnType<typeof answerOf>,
): NonNullable<ReadingModel["why"]> {
  return {
    classIndex: answer,
    contributions: Float32Array.from(contributions),
    limit: contributions.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1,
    sum: contributions.reduce((sum, value) => sum + value, 0),
    logit: score,
  };
}
