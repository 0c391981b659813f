/** Chapter 2's duel as plain data: kernels that search one scene for small objects. */
import type { MatchedPeak } from "../core/detection/peaks";
import type { Place } from "../core/detection/place";
import type { PlainKernel } from "../core/detection/finder-kernel";
import type { SceneSpec } from "../core/detection/scene";
import type { RenderedPicture } from "./types";

export interface FinderSpec {
  /** Side of the kernel, 1 to 25. */
  readonly size: number;
  /** `learned` from generated scenes; `inside`: the finder before it in a frame of zeros. */
  readonly kernel: PlainKernel | "learned" | "inside";
}

/** Slides kernels over a generated scene and compares their peaks with where the objects are. */
export interface DetectionRequest {
  readonly job: "detection";
  readonly scene: SceneSpec;
  /** The first must not be `inside`. */
  readonly finders: readonly FinderSpec[];
  /** Scenes that learned kernels learn from, 1 to 20. */
  readonly trainingScenes: number;
}

export interface FinderResult extends FinderSpec {
  /** `size × size`, row by row. */
  readonly weights: readonly number[];
  readonly bias: number;
  /** Side of the response map, which is not padded. */
  readonly side: number;
  /** The strongest 200, in cells of the scene; strongest first. */
  readonly peaks: readonly MatchedPeak[];
  /** Errors of a learned kernel, root mean squares; `null` where nothing was learned. */
  readonly training: {
    readonly examples: number;
    readonly error: number;
    readonly newError: number;
  } | null;
}

export interface DetectionResult {
  readonly job: "detection";
  /** The scene that was searched. */
  readonly scene: SceneSpec;
  readonly trainingScenes: number;
  /** Middles of the objects. */
  readonly objects: readonly Place[];
  readonly finders: readonly FinderResult[];
  /** Largest difference of the first two maps, over the places where both windows fit; `null` of one. */
  readonly difference: { readonly largest: number; readonly places: number } | null;
  /** `scene`, then `response-0` and so on, as pixels. */
  readonly pictures: Readonly<Record<string, RenderedPicture>>;
}
