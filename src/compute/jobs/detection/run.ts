import { colorize } from "../../../core/color/colorize";
import type { ColorScale } from "../../../core/color/scale";
import { geometryOf } from "../../../core/conv/conv2d";
import { embedded, plainKernel } from "../../../core/detection/finder-kernel";
import { learnKernel } from "../../../core/detection/learn-kernel";
import { matchPeaks, MOST_PEAKS, peaksOf } from "../../../core/detection/peaks";
import { middleOf } from "../../../core/detection/place";
import { makeScene, SCENE_SIDE, type Scene } from "../../../core/detection/scene";
import type { DetectionRequest, DetectionResult, FinderResult, FinderSpec } from "../../detection";
import type { RenderedPicture } from "../../types";
import type { Breathe, Jobs } from "../job";

interface Found {
  readonly finder: FinderResult;
  /** Row by row, `side × side`. */
  readonly map: Float32Array;
}

/** One scene searched by every finder, over a tier's convolution. */
export async function runDetection(
  convolve: Jobs["conv2d"],
  request: DetectionRequest,
  breathe: Breathe,
): Promise<DetectionResult> {
  const { scene: spec, trainingScenes } = request;
  const scene = makeScene(spec);
  const found: Found[] = [];
  for (const finder of request.finders) {
    await breathe();
    const kernel = kernelOf(finder, request, found.at(-1)?.finder);
    found.push(await search(convolve, request, scene, { ...finder, ...kernel }, breathe));
  }
  const [first, second] = found;
  return {
    job: "detection",
    scene: spec,
    trainingScenes,
    objects: scene.objects,
    finders: found.map(({ finder }) => finder),
    difference: first && second ? differenceOf(first, second) : null,
    pictures: Object.fromEntries([
      ["scene", painted(scene.image.data, SCENE_SIDE, sceneScale(spec.noise))],
      ...found.map(({ map, finder }, at) => [
        `response-${at}`,
        painted(map, finder.side, { kind: "signed", limit: "auto" }),
      ]),
    ]),
  };
}

type Kernel = Pick<FinderResult, "weights" | "bias" | "training">;

function kernelOf(
  { size, kernel }: FinderSpec,
  { scene, trainingScenes }: DetectionRequest,
  before: FinderResult | undefined,
): Kernel {
  if (kernel === "learned") {
    const { weights, bias, ...training } = learnKernel(scene, size, trainingScenes);
    return { weights, bias, training };
  }
  if (kernel === "inside")
    return { weights: embedded(before!.weights, size), bias: before!.bias, training: null };
  return { weights: plainKernel(kernel, size, scene.objectSize), bias: 0, training: null };
}

async function search(
  convolve: Jobs["conv2d"],
  { scene: { objectSize } }: DetectionRequest,
  { image, objects }: Scene,
  finder: FinderSpec & Kernel,
  breathe: Breathe,
): Promise<Found> {
  const { size, weights, bias } = finder;
  const conv = {
    job: "conv2d",
    input: image,
    weights: { shape: [size, size, 1, 1], data: Float32Array.from(weights) },
    bias: [bias],
  } as const;
  const { output } = await convolve(conv, geometryOf(conv), breathe);
  const side = output.shape[1]!;
  const map = output.data;
  const peaks = peaksOf(map, side, objectSize).slice(0, MOST_PEAKS);
  return {
    finder: { ...finder, side, peaks: matchPeaks(peaks, size, objects, objectSize) },
    map,
  };
}

function differenceOf(a: Found, b: Found): DetectionResult["difference"] {
  const [small, large] = a.finder.side >= b.finder.side ? [a, b] : [b, a];
  const shift = middleOf(large.finder.size) - middleOf(small.finder.size);
  const { side } = large.finder;
  let largest = 0;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const beside = small.map[(row + shift) * small.finder.side + column + shift]!;
      largest = Math.max(largest, Math.abs(large.map[row * side + column]! - beside));
    }
  return { largest, places: side ** 2 };
}

/** Grey, with two deviations of noise on either side of dark and bright. */
function sceneScale(noise: number): ColorScale {
  return { kind: "clip", low: -2 * noise, high: 1 + 2 * noise };
}

function painted(values: Float32Array, side: number, scale: ColorScale): RenderedPicture {
  return { width: side, height: side, ...colorize([values], side, side, scale) };
}
