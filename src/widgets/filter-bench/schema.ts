import { pictureIds } from "../../core/picture/catalogue";
import { bool } from "../../schema/codecs/bool";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { KERNEL_SIZES, type Filter } from "./filter";
import { filtersCodec } from "./filters-codec";
import { repair } from "./repair";
import type { FilterBenchState } from "./state";

const first: readonly Filter[] = ["sobel-x", "sobel-y", "edge", "gaussian"].map((kernel) => ({
  kernel,
  bias: 0,
}));

export const schema = defineSchema<FilterBenchState>({
  version: 1,
  repair,
  fields: {
    picture: oneOf([...pictureIds, "own"]),
    color: oneOf(["colour", "grey"], "colour"),
    side: oneOf([256, 512], 256),
    filters: filtersCodec(first),
    size: oneOf(KERNEL_SIZES, 3),
    activation: oneOf(["identity", "relu"], "identity"),
    stride: int({ min: 1, max: 3, default: 1 }),
    padding: oneOf(["valid", "same"], "valid"),
    paddingMode: oneOf(["zero", "reflect", "circular"], "zero"),
    dilation: int({ min: 1, max: 4, default: 1 }),
    zoom: oneOf(["layer", "channel", "cell"], "layer"),
    channel: int({ min: 0, max: 7, default: 0 }),
    row: int({ min: 0, max: 511, default: 33 }),
    column: int({ min: 0, max: 511, default: 75 }),
    added: int({ min: -1, max: 146, default: -1 }),
    speed: oneOf([1, 4, 16, 64], 4),
    display: oneOf(["signed", "clip"], "signed"),
    sobel: bool(false),
    xChannel: int({ min: 0, max: 7, default: 0 }),
    yChannel: int({ min: 0, max: 7, default: 1 }),
    seed: int({ min: 0, max: 999_999, default: 1 }),
  },
});
