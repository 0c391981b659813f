import { convGeometry, type Pad } from "../../../core/conv/geometry";
import { poolGeometry } from "../../../core/pool/geometry";
import { elementCount } from "../../../core/tensor";
import type { ConvStackRequest, StackLayer } from "../../conv-stack";
import { BudgetError, RequestError, ShapeMismatchError } from "../../errors";
import { outSize, readsOf, type StackPlan, type StackStep } from "./plan";

/** Most layers of a stack. */
const MOST_LAYERS = 600;
/** Most cells that windows may read: a second or two of the slowest tier. */
const READ_BUDGET = 1.5e9;
/** Most numbers kept, over all depths: 96 MiB. */
export const CELL_BUDGET = 24 * 2 ** 20;

/**
 * Refuses a stack that is malformed or too dear, and answers every layer's sizes.
 *
 * @throws {ShapeMismatchError} an input that is not one plane; a window that does not fit.
 * @throws {RequestError} no layer, or numbers out of range.
 * @throws {BudgetError} more layers, work or kept numbers than a page may take; says how much.
 */
export function checkConvStack({ input, layers }: ConvStackRequest): StackPlan {
  if (input.shape.length !== 2 || input.data.length !== elementCount(input.shape))
    throw new ShapeMismatchError("the input must be [height, width], with one number a cell");
  if (layers.length === 0) throw new RequestError("a stack has at least one layer");
  if (layers.length > MOST_LAYERS)
    throw new BudgetError(`a stack may have ${MOST_LAYERS} layers at most, got ${layers.length}`);
  let [height, width] = input.shape as [number, number];
  let cells = 0;
  let reads = 0;
  const steps = layers.map((layer, at) => {
    const step = stepOf(layer, height, width, at);
    ({ height, width } = outSize(step));
    cells += height * width;
    reads += readsOf(step);
    return step;
  });
  if (cells > CELL_BUDGET)
    throw new BudgetError(
      `this keeps ${Math.ceil((cells * 4) / 2 ** 20)} MiB of maps; ${(CELL_BUDGET * 4) / 2 ** 20} MiB is the most`,
    );
  if (reads > READ_BUDGET)
    throw new BudgetError(
      `this reads ${Math.round(reads / 1e6).toLocaleString("en")} million cells; ${(READ_BUDGET / 1e6).toLocaleString("en")} million is the most for one step`,
    );
  return { steps, cells };
}

function stepOf(layer: StackLayer, height: number, width: number, at: number): StackStep {
  const inputShape = [1, height, width, 1];
  const padding = around(layer.padding ?? 0);
  if (layer.kind === "maxPool" || layer.kind === "averagePool")
    return { kind: "pool", layer, geometry: poolGeometry(inputShape, { ...layer, padding }) };
  if (layer.kind !== "conv")
    throw new RequestError(`there is no layer "${String((layer as { kind: unknown }).kind)}"`);
  const geometry = convGeometry({
    inputShape,
    weightShape: [layer.size, layer.size, 1, 1],
    padding,
    ...(layer.stride === undefined ? {} : { stride: layer.stride }),
    ...(layer.dilation === undefined ? {} : { dilation: layer.dilation }),
  });
  if (layer.kernel.length !== layer.size ** 2 || !layer.kernel.every(Number.isFinite))
    throw new RequestError(`the kernel of layer ${at + 1} needs ${layer.size ** 2} finite numbers`);
  return { kind: "conv", layer, geometry };
}

function around(cells: number): Pad {
  return { top: cells, bottom: cells, left: cells, right: cells };
}
