import { learnKernel } from "../../core/detection/learn-kernel";
import type { SceneSpec } from "../../core/detection/scene";
import { type Fact, fact } from "./fact";
import { fixed, whole } from "./format";

const scene: SceneSpec = { objects: 24, objectSize: 3, spacing: 8, noise: 0.5, seed: 1 };
const scenes = 2;
const LEARNED = "least squares on the windows of 2 generated scenes, run while the book is built";

/** Facts of chapter 2's duel: the first scene of the figure, kernels learned from two others. */
export const detectionFacts = {
  "duel-examples": fact(LEARNED, () => learnKernel(scene, 3, scenes).examples, whole),
  "duel-small-error": fact(LEARNED, () => learnKernel(scene, 3, scenes).newError, fixed(2)),
  "duel-large-error": fact(LEARNED, () => learnKernel(scene, 20, scenes).newError, fixed(2)),
} satisfies Record<string, Fact>;
