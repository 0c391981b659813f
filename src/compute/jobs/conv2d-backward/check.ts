import { geometryOf } from "../../../core/conv/conv2d";
import type { ConvGeometry } from "../../../core/conv/geometry";
import { requireShape } from "../../../core/numbers";
import type { Conv2dBackwardRequest } from "../../conv2d-backward";
import { requireBudget } from "../budget";

/** Two products a tap: one for the input, one for the weight. */
const PRODUCTS = 2;

/**
 * Refuses a way back that is malformed or too dear, and answers the sizes of the convolution.
 *
 * @throws {ShapeMismatchError | RequestError} as `convGeometry`; tensors that are not filled; a
 *   gradient of another shape than the result's.
 * @throws {BudgetError} more work or memory than a page may take.
 */
export function checkConv2dBackward(request: Conv2dBackwardRequest): ConvGeometry {
  const geometry = geometryOf(request);
  const { batch, outHeight, outWidth, outChannels } = geometry;
  requireShape("outputGradient", request.outputGradient, [batch, outHeight, outWidth, outChannels]);
  const planes = batch * outChannels;
  requireBudget(geometry, planes * PRODUCTS, planes);
  return geometry;
}
