import { parameterShapes } from "../../../core/network/network";
import { elementCount } from "../../../core/tensor";
import { optimizerStep } from "../../../core/optim/step";
import { freshState, type OptimizerSpec } from "../../../core/optim/optimizer";
import { BudgetError, RequestError, ShapeMismatchError } from "../../errors";
import type {
  Augmentation,
  RateSchedule,
  ReadingWish,
  TrainData,
  TrainingRequest,
  TrainPicturesRequest,
  TrainPreviewRequest,
  TrainReadingRequest,
  TrainStartRequest,
  TrainStepRequest,
} from "../../training";
import { netCost, type NetCost } from "./cost";
import { dataShape } from "./data";

/** Most multiply-accumulates of one step, there and back: some seconds of plain loops. */
export const STEP_BUDGET = 6e9;
/** Most bytes of pictures, and of a net's results, that a run may keep. */
export const RUN_BYTES = 256 * 2 ** 20;
/** Examples that a preview judges at one go. */
export const PREVIEW_BATCH = 32;
const MOST = { batch: 1024, steps: 100_000, classes: 256, count: 100_000, preview: 1000, read: 8 };

/**
 * Refuses a request about training that is malformed or too dear; whether its run exists is the
 * engine's to say. Answers what the network takes where one is described.
 *
 * @throws {ShapeMismatchError | RequestError} sizes and settings that do not fit; a layer is named.
 * @throws {BudgetError} more work or memory than a page may take; the message says how much.
 */
export function checkTraining(request: TrainingRequest): NetCost | null {
  if (request.job === "trainStart") return checkStart(request);
  if (request.job === "trainPreview") return checkPreview(request);
  if (request.job === "trainReading") return checkReading(request);
  if (request.job === "trainPictures") checkPictures(request);
  if (request.job === "trainStep") checkStep(request);
  if (request.job === "trainRewind") requireWhole("step", request.step, 0, Infinity);
  return null;
}

function checkStart(request: TrainStartRequest): NetCost {
  const { network, data, validation = {}, batchSize, checkpointEvery = 50, seed } = request;
  const cost = netCost(network);
  if (cost.classes > MOST.classes)
    throw new RequestError(`at most ${MOST.classes} classes, got ${cost.classes}`);
  requireWhole("batch size", batchSize, 1, MOST.batch);
  requireWhole("checkpoint distance", checkpointEvery, 1, Infinity);
  requireWhole("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  requireOptimizer(request.optimizer);
  requireSchedule(request.schedule);
  requireAugmentation(request.augmentation, network.inputShape);
  let numbers = checkData("train", data, network.inputShape, cost);
  for (const [name, set] of Object.entries(validation)) {
    if (name === "train") throw new RequestError(`"train" is the name of the data trained on`);
    numbers += checkData(name, set, network.inputShape, cost);
  }
  requireBytes("the pictures need", numbers * 4);
  requireBytes("the network's results need", cost.numbers * 4 * Math.max(batchSize, 32));
  requireBytes("the parameters need", cost.parameterCount * 4 * 6);
  requireMacs("one step", 3 * batchSize * cost.macs);
  return cost;
}

function checkPreview({ network, data, seed, answers, reading }: TrainPreviewRequest): NetCost {
  const cost = netCost(network);
  requireWhole("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  checkData("data", data, network.inputShape, cost);
  const { count } = dataShape(data);
  requireWhole("data: count", count, 1, MOST.preview);
  requireWhole("answers", answers, 0, count);
  requireMacs("the preview", count * cost.macs);
  requireBytes("the network's results need", cost.numbers * 4 * PREVIEW_BATCH);
  requireBytes("the parameters need", cost.parameterCount * 4 * 2);
  if (reading) requireReading(reading, cost);
  return cost;
}

function checkReading({ network, parameters, reading }: TrainReadingRequest): NetCost {
  const cost = netCost(network);
  for (const [name, shape] of Object.entries(parameterShapes(network)))
    if (parameters[name]?.data.length !== elementCount(shape))
      throw new ShapeMismatchError(`the parameters do not fit the network at ${name}`);
  requireBytes("the network's results need", cost.numbers * 4);
  requireReading(reading, cost);
  return cost;
}

function requireReading({ pictures, inside }: ReadingWish, { macs }: NetCost): void {
  requireWhole("pictures to read", pictures.length, 1, MOST.read);
  if (inside !== "maps" && inside !== "contributions")
    throw new RequestError(`there is no inside "${String(inside)}"`);
  requireMacs("the reading", (pictures.length + 2) * macs);
}

function checkPictures({ data }: TrainPicturesRequest): void {
  const { count, imageShape } = dataShape(data);
  requireWhole("data: count", count, 1, MOST.count);
  requireBytes("the pictures need", count * elementCount(imageShape) * 5);
}

/** Checks a set; answers how many numbers its pictures have. */
function checkData(
  name: string,
  data: TrainData,
  inputShape: readonly number[],
  { classes }: NetCost,
): number {
  const shape = dataShape(data);
  const { labelNoise = 0 } = data;
  requireWhole(`${name}: count`, shape.count, 1, MOST.count);
  if (!(labelNoise >= 0 && labelNoise <= 1))
    throw new RequestError(`${name}: label noise is a share from 0 to 1, got ${labelNoise}`);
  const flat = inputShape.length === 1;
  const size = elementCount(shape.imageShape);
  if (flat ? inputShape[0] !== size : inputShape.join() !== shape.imageShape.join())
    throw new ShapeMismatchError(
      `${name}: pictures are ${shape.imageShape.join("×")}, the network takes ${inputShape.join("×")}`,
    );
  if (data.kind === "tensors") {
    if (data.images.data.length !== shape.count * size || data.labels.length !== shape.count)
      throw new ShapeMismatchError(
        `${name}: ${shape.count} pictures need ${shape.count * size} numbers and ${shape.count} labels`,
      );
  }
  if (shape.classes > classes)
    throw new ShapeMismatchError(
      `${name}: there are ${shape.classes} classes, the network tells ${classes} apart`,
    );
  return shape.count * size;
}

function checkStep({ steps, at = 0, optimizer, schedule }: TrainStepRequest): void {
  if (steps !== "epoch") requireWhole("steps", steps, 1, MOST.steps);
  requireWhole("at", at, 0, Infinity);
  if (optimizer) requireOptimizer(optimizer);
  requireSchedule(schedule);
}

function requireOptimizer(spec: OptimizerSpec): void {
  if (!["sgd", "adam", "adamW", "rmsprop"].includes(spec.name))
    throw new RequestError(`there is no optimiser "${String(spec.name)}"`);
  // Core knows the ranges; a step over no parameters checks them and does nothing else.
  optimizerStep(spec, freshState, {}, {});
}

function requireSchedule(schedule: RateSchedule | undefined): void {
  if (schedule?.kind === "cosine") requireWhole("schedule: steps", schedule.steps, 1, Infinity);
}

function requireAugmentation(
  augmentation: Augmentation | undefined,
  inputShape: readonly number[],
): void {
  if (!augmentation) return;
  if (inputShape.length !== 3)
    throw new RequestError("only pictures of height, width and channels can be moved");
  const most = { shift: 100, turn: 180, stretch: 0.9 };
  for (const name of ["shift", "turn", "stretch"] as const)
    if (!(augmentation[name] >= 0 && augmentation[name] <= most[name]))
      throw new RequestError(
        `augmentation: ${name} goes from 0 to ${most[name]}, got ${augmentation[name]}`,
      );
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RequestError(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
}

function requireMacs(what: string, macs: number): void {
  if (macs > STEP_BUDGET)
    throw new BudgetError(
      `${what} needs ${millions(macs)} million multiply-accumulates; ${millions(STEP_BUDGET)} million is the most`,
    );
}

function requireBytes(what: string, bytes: number): void {
  if (bytes > RUN_BYTES)
    throw new BudgetError(
      `${what} ${Math.ceil(bytes / 2 ** 20)} MiB; ${RUN_BYTES / 2 ** 20} MiB is the most`,
    );
}

function millions(count: number): string {
  return Math.round(count / 1e6).toLocaleString("en");
}
