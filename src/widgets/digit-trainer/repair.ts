import { digitSide } from "../../core/digits/digit";
import { shapeNames, shapeSide } from "../../core/digits/shapes";
import { MOST_BLOCKS, usualBlocks } from "./blocks";
import { fitNetwork } from "./fit";
import type { DigitTrainerState } from "./state";

/** The nearest legal state: the network fits its pictures, and what is looked at is there. */
export function repair(state: DigitTrainerState): DigitTrainerState {
  const wanted = state.blocks.length === 0 ? usualBlocks : state.blocks.slice(0, MOST_BLOCKS);
  const shapes = state.data === "shapes";
  // How large the reader's own pictures are cannot be known here; the run fits them itself.
  const side = shapes ? shapeSide : digitSide;
  const { blocks, batch } = fitNetwork(
    { ...state, blocks: wanted },
    [side, side, 1],
    shapes ? shapeNames.length : 10,
  );
  return { ...state, blocks, batch, conv: Math.min(state.conv, blocks.length - 1) };
}
