import type { Tensor } from "../../compute/types";
import { LUMA } from "../../core/kernel/presets";
import type { PictureId } from "../../core/picture/catalogue";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";

/** `own` is the reader's picture: a file, the camera, or what they painted. */
export type PictureChoice = PictureId | "own";

interface InputChoice {
  readonly picture: PictureChoice;
  readonly color: "colour" | "grey";
  readonly side: number;
}

export interface BenchInput {
  /** `[1, height, width, 1 or 3]`, values in [0, 1]. */
  readonly input: Tensor;
  /** Settles when the picture itself can take the place of the one that stands in; else `null`. */
  readonly waiting: Promise<void> | null;
}

/** Gives the input a choice stands for; the same tensor while the choice is the same. */
export type InputSource = (choice: InputChoice, own: Tensor | undefined) => BenchInput;

interface Entry {
  readonly source: Tensor;
  readonly color: string;
  readonly input: Tensor;
}

/** Inputs kept: going back to the one before costs nothing. */
const kept = 4;

/**
 * The inputs of the bench. Engines recognise large ones by identity, so the last few are kept. `own`
 * chosen without a picture gives the still life; a picture that is still being painted is stood in
 * for by a grey ramp, or by a smaller copy of itself where there is one.
 */
export function createInputSource(shelf: PictureShelf): InputSource {
  const entries: Entry[] = [];
  const keep = (source: Tensor, color: "colour" | "grey") => {
    const at = entries.findIndex((entry) => entry.source === source && entry.color === color);
    const entry =
      at < 0 ? { source, color, input: asInput(source, color) } : entries.splice(at, 1)[0]!;
    entries.unshift(entry);
    entries.length = Math.min(entries.length, kept);
    return entry.input;
  };
  return ({ picture, color, side }, own) => {
    if (picture === "own" && own) return { input: keep(own, color), waiting: null };
    const id = picture === "own" ? "still-life" : picture;
    const painted = shelf.get(id, side);
    if (painted) return { input: keep(painted, color), waiting: null };
    const standIn = (side > 256 && shelf.get(id, 256)) || shelf.get("ramp", 256)!;
    return { input: keep(standIn, color), waiting: shelf.load(id, side) };
  };
}

/** A picture `[height, width, 1 or 3]` with the channels asked for: greyed by luma, or repeated. */
function asInput({ shape, data }: Tensor, color: "colour" | "grey"): Tensor {
  const [height, width, channels] = shape as [number, number, number];
  const wanted = color === "colour" ? 3 : 1;
  const cells = height * width;
  if (channels === wanted) return { shape: [1, height, width, wanted], data };
  const input = new Float32Array(cells * wanted);
  const [red, green, blue] = LUMA;
  for (let cell = 0, at = 0; cell < cells; cell++, at += 3)
    if (wanted === 3) input[at] = input[at + 1] = input[at + 2] = data[cell]!;
    else
      input[cell] =
        Math.fround(Math.fround(data[at]! * red) + data[at + 1]! * green) + data[at + 2]! * blue;
  return { shape: [1, height, width, wanted], data: input };
}
