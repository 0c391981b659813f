import { digitSide } from "../../core/digits/digit";
import { inked } from "../../core/digits/pen";
import { prepareDigit, resized } from "../../core/digits/prepare";
import { softmax } from "../../core/loss/softmax";
import { forward } from "../../core/network/network";
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

/** Reads the drawing with the weights as they stand; nothing about them changes. */
export function readingModel(
  { prepare, data }: Pick<DigitTrainerState, "prepare" | "data">,
  { raw, prepared, steps }: PreparedDrawing,
  weights: Weights,
): ReadingModel {
  const { network, parameters, step } = weights;
  const shared = {
    raw,
    steps,
    checksum: checksumOf(parameters),
    parameters: Object.values(parameters).reduce((sum, { data: own }) => sum + own.length, 0),
    trained: step > 0,
  };
  const fits = network.inputShape.join() === [digitSide, digitSide, 1].join();
  const input = prepared && (prepare ? prepared.centered : raw);
  if (!input || !fits || data === "shapes") {
    const note =
      fits && data !== "shapes"
        ? null
        : "This network was made for other pictures than 28 × 28 digits.";
    return {
      ...shared,
      input,
      probabilities: null,
      answer: null,
      otherwise: null,
      why: null,
      note,
    };
  }
  const read = answerTo(weights, input);
  const { probabilities, answer } = read;
  const other = answerTo(weights, prepare ? raw : prepared.centered);
  return {
    ...shared,
    input,
    probabilities,
    answer,
    otherwise: `${prepare ? "Without" : "With"} preparation it reads ${other.answer}, ${surely(other.probabilities[other.answer]!)} sure.`,
    why: reasonOf(read, input),
    note: step > 0 ? null : "The network is untrained: press Run first, or see how dice read.",
  };
}

const inCells = (pixels: number) => formatNumber(Math.round((pixels * BOARD) / FINE));

/** What the network says of a picture, and the pass that says it. */
function answerTo({ network, parameters, statistics }: Weights, image: Tensor) {
  const input = { shape: [1, ...network.inputShape], data: image.data };
  const pass = forward(network, parameters, input, { statistics });
  const probabilities = Array.from(softmax(pass.output).data);
  const answer = probabilities.reduce(
    (best, value, at) => (value > probabilities[best]! ? at : best),
    0,
  );
  return { pass, probabilities, answer };
}

/**
 * For the winner each pixel's gradient times its ink: by how much the score
 * would fall, to first order, were the ink there taken away.
 */
function reasonOf({ pass, probabilities, answer }: ReturnType<typeof answerTo>, image: Tensor) {
  const chosen = new Float32Array(probabilities.length);
  chosen[answer] = 1;
  const { input: slope } = pass.backward({ shape: pass.output.shape, data: chosen });
  const contributions = image.data.map((ink, at) => ink * slope.data[at]!);
  return {
    classIndex: answer,
    contributions,
    limit: contributions.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1,
    sum: contributions.reduce((sum, value) => sum + value, 0),
    logit: pass.output.data[answer]!,
  };
}
