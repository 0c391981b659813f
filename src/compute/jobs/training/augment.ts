import { movePicture } from "../../../core/digits/move";
import { uniformAt } from "../../../core/random/philox";
import type { Augmentation } from "../../training";

const augmentStream = 0xa063;
/** Draws of one example. */
const DRAWS = 4;

/** A place in the run: the same place has the same draws, however often it is come by. */
interface Place {
  readonly seed: number;
  /** Steps taken before. */
  readonly step: number;
  /** In the batch. */
  readonly row: number;
}

/** Copies an example, moved as the dice of its place say. */
export function moveExample(
  images: Float32Array,
  from: number,
  target: Float32Array,
  to: number,
  shape: readonly number[],
  { shift, turn, stretch }: Augmentation,
  { seed, step, row }: Place,
): void {
  const draw = (index: number) =>
    2 * uniformAt({ seed, stream: augmentStream, step, index: row * DRAWS + index }) - 1;
  movePicture(images, from, target, to, shape as readonly [number, number, number], {
    dx: shift * draw(0),
    dy: shift * draw(1),
    turn: (turn * draw(2) * Math.PI) / 180,
    size: 1 + stretch * draw(3),
  });
}
