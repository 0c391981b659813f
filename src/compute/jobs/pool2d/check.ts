import { poolGeometry, type PoolGeometry } from "../../../core/pool/geometry";
import { elementCount } from "../../../core/tensor";
import { BudgetError, RequestError, ShapeMismatchError } from "../../errors";
import type { Pool2dRequest } from "../../pool2d";

const READ_BUDGET = 1.5e9;
const CELL_BUDGET = 64 * 2 ** 20;

/**
 * Refuses a pooling that is malformed or too dear, and answers its sizes.
 *
 * @throws {ShapeMismatchError | RequestError} as `poolGeometry`; an input that is not filled; an
 *   unknown kind; dilation of a mean.
 * @throws {BudgetError} more work or memory than a page may take.
 */
export function checkPool2d(request: Pool2dRequest): PoolGeometry {
  const { kind, input, dilation = 1 } = request;
  if (kind !== "max" && kind !== "average")
    throw new RequestError(`there is no pooling "${String(kind)}"`);
  const geometry = poolGeometry(input.shape, request);
  if (input.data.length !== elementCount(input.shape))
    throw new ShapeMismatchError(
      `an input of shape ${input.shape.join("×")} needs ${elementCount(input.shape)} numbers, got ${input.data.length}`,
    );
  if (kind === "average" && [dilation].flat().some((step) => step !== 1))
    throw new RequestError("only the largest number of a window can be taken with dilation");
  const { batch, channels, rows, columns } = geometry;
  const outputs = batch * channels * rows.outSize * columns.outSize;
  if (outputs * rows.size * columns.size > READ_BUDGET || input.data.length > CELL_BUDGET)
    throw new BudgetError(
      `this pooling reads ${Math.round((outputs * rows.size * columns.size) / 1e6).toLocaleString("en")} million cells of ${Math.ceil((input.data.length * 4) / 2 ** 20)} MiB; that is more than one step may take`,
    );
  return geometry;
}
