import { pictureIds } from "../../core/picture/catalogue";
import { bool } from "../../schema/codecs/bool";
import { float } from "../../schema/codecs/float";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { kernelKinds } from "./kernels";
import { repair } from "./repair";
import type { ShrinkState } from "./state";

export const schema = defineSchema<ShrinkState>({
  version: 1,
  repair,
  fields: {
    side: int({ min: 3, max: 512, default: 199 }),
    kernelSize: int({ min: 2, max: 512, default: 3 }),
    stride: int({ min: 1, max: 3, default: 1 }),
    padding: int({ min: 0, max: 3, default: 0 }),
    dilation: oneOf(["1", "2", "3", "4", "double"], "1"),
    pool: oneOf(["none", "max", "average"], "none"),
    every: int({ min: 1, max: 6, default: 1 }),
    poolSize: int({ min: 2, max: 3, default: 2 }),
    averageAt: int({ min: 0, max: 64, default: 0 }),
    picture: oneOf([...pictureIds, "own"]),
    kernel: oneOf(kernelKinds, "blur"),
    gain: float({ min: 0.01, max: 10, digits: 4, default: 1 }),
    relu: bool(false),
    seed: int({ min: 0, max: 999_999, default: 1 }),
    depth: int({ min: 0, max: 520, default: 12 }),
    row: int({ min: 0, max: 511, default: 70 }),
    column: int({ min: 0, max: 511, default: 70 }),
    display: oneOf(["own", "picture", "signed"], "own"),
    speed: oneOf([4, 16, 64], 16),
  },
});
