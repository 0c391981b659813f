import type { Tensor } from "../../compute/types";
import { LUMA } from "../../core/kernel/presets";
import { builtInPicture, type PictureId } from "../../core/picture/catalogue";

/** `own` is the reader's picture: a file, the camera, or what they painted. */
export type PictureChoice = PictureId | "own";

interface InputChoice {
  readonly picture: PictureChoice;
  readonly color: "colour" | "grey";
  readonly side: number;
}

/** Gives the tensor a choice stands for; the same object while the choice is the same. */
export type InputSource = (choice: InputChoice, own: Tensor | undefined) => Tensor;

/** Pictures kept: going back to the one before costs nothing. */
const kept = 4;

/**
 * The input of the bench, `[1, height, width, 1 or 3]`, values in [0, 1]. Engines recognise large
 * inputs by identity, so the last few are kept. `own` chosen without a picture gives the still life.
 */
export function createInputSource(): InputSource {
  const entries: { readonly key: string; readonly own: Tensor | undefined; input: Tensor }[] = [];
  return ({ picture, color, side }, own) => {
    const mine = picture === "own" ? own : undefined;
    const id = picture === "own" ? "still-life" : picture;
    const key = `${mine ? "own" : id} ${color} ${side}`;
    const at = entries.findIndex((entry) => entry.key === key && entry.own === mine);
    const entry =
      at < 0
        ? { key, own: mine, input: asInput(mine ?? builtInPicture(id)!.make(side), color) }
        : entries.splice(at, 1)[0]!;
    entries.unshift(entry);
    entries.length = Math.min(entries.length, kept);
    return entry.input;
  };
}

/** A picture `[height, width, 1 or 3]` with the channels asked for: greyed by luma, or repeated. */
function asInput({ shape, data }: Tensor, color: "colour" | "grey"): Tensor {
  const [height, width, channels] = shape as [number, number, number];
  const wanted = color === "colour" ? 3 : 1;
  const cells = height * width;
  if (channels === wanted) return { shape: [1, height, width, wanted], data };
  const input = new Float32Array(cells * wanted);
  for (let cell = 0; cell < cells; cell++)
    if (wanted === 3) input.fill(data[cell]!, cell * 3, cell * 3 + 3);
    else for (let c = 0; c < 3; c++) input[cell]! += data[cell * 3 + c]! * LUMA[c]!;
  return { shape: [1, height, width, wanted], data: input };
}
