import { SCENE_SIDE } from "../../../core/detection/scene";
import type { DetectionRequest } from "../../detection";
import { RequestError } from "../../errors";

/**
 * Refuses a search whose scene or kernels are out of range.
 *
 * @throws {RequestError} which names the field.
 */
export function checkDetection({ scene, finders, trainingScenes }: DetectionRequest): null {
  requireWhole("objects", scene.objects, 1, 60);
  requireWhole("the objects' size", scene.objectSize, 1, 9);
  requireWhole("spacing", scene.spacing, 1, SCENE_SIDE);
  requireWhole("the seed", scene.seed, 0, Number.MAX_SAFE_INTEGER);
  requireWhole("training scenes", trainingScenes, 1, 20);
  requireWhole("the number of finders", finders.length, 1, 4);
  if (!(scene.noise >= 0 && scene.noise <= 10))
    throw new RequestError(`noise must lie between 0 and 10, got ${scene.noise}`);
  finders.forEach(({ size, kernel }, at) => {
    requireWhole("a kernel's side", size, 1, 25);
    if (kernel === "inside" && !(at > 0 && size >= finders[at - 1]!.size))
      throw new RequestError("a kernel can only hold the one before it, no larger than itself");
  });
  return null;
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RequestError(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
}
