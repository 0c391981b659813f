import { normals, uniforms } from "../random/fill";
import type { Tensor } from "../tensor";
import { middleOf, type Place } from "./place";

/** Height and width of every scene, in pixels. */
export const SCENE_SIDE = 100;
/** Pixels from the border within which no object has its middle: windows up to 25 can reach all. */
export const SCENE_MARGIN = 13;

/** A picture of small bright squares in noise. */
export interface SceneSpec {
  /** How many are wanted. */
  readonly objects: number;
  /** Side of an object, in pixels. */
  readonly objectSize: number;
  /** Least distance between the middles of two objects, in pixels along rows or columns. */
  readonly spacing: number;
  /** Standard deviation of the normal noise; an object adds 1. */
  readonly noise: number;
  readonly seed: number;
}

export interface Scene {
  /** `[1, 100, 100, 1]` */
  readonly image: Tensor;
  /** Middles of the objects; fewer than wanted where no more fit. */
  readonly objects: readonly Place[];
}

const inner = SCENE_SIDE - 2 * SCENE_MARGIN;
const stream = { places: 0, noise: 1, examples: 2 } as const;

/**
 * A scene: squares of brightness 1 on 0, plus normal noise. Objects take the places of the inner
 * part in a random order, each where it keeps its distance from those before.
 *
 * @param number which scene of the seed; 0 is the one searched, 1 and up are for learning.
 */
export function makeScene(spec: SceneSpec, number = 0): Scene {
  return sceneOf(spec, drawsOf(spec.seed, number));
}

/** `makeScene(spec)`, again and again: what is drawn by lot is drawn once for each seed. */
export function createSceneSource(): (spec: SceneSpec) => Scene {
  let kept: { readonly seed: number; readonly draws: Draws } | null = null;
  return (spec) => {
    const { seed } = spec;
    if (kept?.seed !== seed) kept = { seed, draws: drawsOf(seed, 0) };
    return sceneOf(spec, kept.draws);
  };
}

/** All that chance has to do with a scene. */
interface Draws {
  /** `[row · 100 + column]`, standard normal */
  readonly noise: ArrayLike<number>;
  readonly places: readonly Place[];
}

function drawsOf(seed: number, number: number): Draws {
  return {
    noise: normals(SCENE_SIDE ** 2, { seed, stream: stream.noise, step: number }),
    places: shuffledPlaces(seed, stream.places, number),
  };
}

function sceneOf(spec: SceneSpec, { noise, places }: Draws): Scene {
  const objects = placeObjects(spec, places);
  const data = Float32Array.from(noise, (value) => value * spec.noise);
  const before = middleOf(spec.objectSize);
  for (const { row, column } of objects)
    for (let i = 0; i < spec.objectSize; i++)
      for (let j = 0; j < spec.objectSize; j++) {
        const at = (row - before + i) * SCENE_SIDE + column - before + j;
        data[at] = noise[at]! * spec.noise + 1;
      }
  return { image: { shape: [1, SCENE_SIDE, SCENE_SIDE, 1], data }, objects };
}

function placeObjects({ objects, spacing }: SceneSpec, places: readonly Place[]): Place[] {
  const placed: Place[] = [];
  for (const place of places) {
    if (placed.length >= objects) break;
    const apart = (other: Place) =>
      Math.max(Math.abs(other.row - place.row), Math.abs(other.column - place.column)) >= spacing;
    if (placed.every(apart)) placed.push(place);
  }
  return placed;
}

/** Places of the inner part in a random order that is not the objects' own. */
export function examplePlaces(seed: number, number: number): readonly Place[] {
  return shuffledPlaces(seed, stream.examples, number);
}

/** Every place of the inner part, by its own random number; the earlier first among equals. */
function shuffledPlaces(seed: number, which: number, number: number): Place[] {
  const draws = uniforms(inner ** 2, { seed, stream: which, step: number });
  return Array.from(draws.keys())
    .sort((a, b) => draws[a]! - draws[b]! || a - b)
    .map((at) => ({
      row: SCENE_MARGIN + Math.floor(at / inner),
      column: SCENE_MARGIN + (at % inner),
    }));
}
