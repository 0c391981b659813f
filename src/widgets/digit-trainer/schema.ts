import { bool } from "../../schema/codecs/bool";
import { float } from "../../schema/codecs/float";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { blocksCodec, usualBlocks } from "./blocks";
import { repair } from "./repair";
import type { DigitTrainerState } from "./state";
import { strokesCodec } from "./strokes";

/** Pictures on the sample strip. */
export const SAMPLES = 12;

/** A seven, small and in a corner: as nobody would hand it in. */
const first = [[8, 9, 14, 8, 20, 8, 27, 9, 24, 16, 21, 23, 18, 31, 16, 37]];

export const schema = defineSchema<DigitTrainerState>({
  version: 1,
  repair,
  fields: {
    data: oneOf(["digits", "shapes", "own"]),
    examples: int({ min: 10, max: 60_000, default: 4000 }),
    noise: float({ min: 0, max: 1, digits: 2, default: 0 }),
    variety: float({ min: 0, max: 1.5, digits: 2, default: 1 }),
    moved: bool(false),
    blocks: blocksCodec(usualBlocks),
    activation: oneOf(["relu", "tanh", "gelu", "identity"]),
    hidden: int({ min: 0, max: 128, default: 0 }),
    head: oneOf(["flatten", "average"]),
    norm: bool(false),
    init: oneOf(["he", "xavier", "framework", "zeros", "constant", "tiny", "unit"]),
    seed: int({ min: 0, max: 999_999, default: 9 }),
    batch: int({ min: 1, max: 512, default: 32 }),
    optimizer: oneOf(["adam", "sgd", "momentum", "nesterov", "adamW", "rmsprop"]),
    rate: float({ min: 1e-6, max: 10, digits: 7, default: 0.005 }),
    momentum: float({ min: 0, max: 0.99, digits: 2, default: 0.9 }),
    decay: float({ min: 0, max: 1, digits: 6, default: 0 }),
    schedule: oneOf(["cosine", "constant"]),
    epochs: int({ min: 1, max: 400, default: 5 }),
    look: oneOf(["curves", "kernels", "maps", "mistakes", "batch", "draw"]),
    curve: oneOf(["accuracy", "gradients", "updates", "dead"]),
    judged: oneOf(["validation", "reserved", "own", "train"]),
    sample: int({ min: 0, max: SAMPLES - 1, default: 0 }),
    conv: int({ min: 0, max: 3, default: 0 }),
    show: oneOf(["weights", "first", "gradient", "update"]),
    strokes: strokesCodec(first),
    prepare: bool(true),
  },
});
