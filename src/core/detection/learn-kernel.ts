import { leastSquares } from "./least-squares";
import { liesOn, middleOf } from "./place";
import { examplePlaces, makeScene, SCENE_SIDE, type SceneSpec } from "./scene";

/** Windows cut from scenes, and whether an object lies in the middle of each. */
export interface Examples {
  /** Row-major, `count × (size² + 1)`; the last of each row is 1, for the bias. */
  readonly windows: Float64Array;
  /** 1 with an object under the middle of the window, 0 without. */
  readonly targets: Float64Array;
}

export interface LearnedKernel {
  /** `size × size`, row by row, in float32 precision. */
  readonly weights: readonly number[];
  readonly bias: number;
  /** Windows it was learned from. */
  readonly examples: number;
  /** Root mean square of answer − target on those. */
  readonly error: number;
  /** The same on as many windows of the scene that is searched, which it has never seen. */
  readonly newError: number;
}

/**
 * The examples of some scenes of a seed: every object once, and as many windows whose middle lies on
 * no object.
 */
export function examplesOf(spec: SceneSpec, size: number, numbers: readonly number[]): Examples {
  const windows: number[][] = [];
  const targets: number[] = [];
  const from = middleOf(size);
  for (const number of numbers) {
    const { image, objects } = makeScene(spec, number);
    const empty = examplePlaces(spec.seed, number)
      .filter((place) => !objects.some((object) => liesOn(place, object, spec.objectSize)))
      .slice(0, objects.length);
    for (const { row, column } of [...objects, ...empty]) {
      const first = (row - from) * SCENE_SIDE + column - from;
      windows.push([
        ...Array.from({ length: size ** 2 }, (_, at) => {
          const line = Math.floor(at / size) * SCENE_SIDE;
          return image.data[first + line + (at % size)]!;
        }),
        1,
      ]);
    }
    targets.push(...objects.map(() => 1), ...empty.map(() => 0));
  }
  return { windows: Float64Array.from(windows.flat()), targets: Float64Array.from(targets) };
}

/**
 * The kernel and bias that answer 1 to objects and 0 to everything else with the least squared error
 * on the windows of `scenes` generated scenes; of many equally good ones, the smallest.
 */
export function learnKernel(spec: SceneSpec, size: number, scenes: number): LearnedKernel {
  const known = examplesOf(
    spec,
    size,
    Array.from({ length: scenes }, (_, at) => at + 1),
  );
  const solution = leastSquares(known.windows, known.targets).map(Math.fround);
  return {
    weights: Array.from(solution.subarray(0, -1)),
    bias: solution.at(-1)!,
    examples: known.targets.length,
    error: errorOf(known, solution),
    newError: errorOf(examplesOf(spec, size, [0]), solution),
  };
}

function errorOf({ windows, targets }: Examples, solution: Float64Array): number {
  const length = solution.length;
  let sum = 0;
  targets.forEach((target, at) => {
    let answer = 0;
    for (let i = 0; i < length; i++) answer += windows[at * length + i]! * solution[i]!;
    sum += (answer - target) ** 2;
  });
  return Math.sqrt(sum / targets.length);
}
