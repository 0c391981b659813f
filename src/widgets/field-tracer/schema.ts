import { pictureIds } from "../../core/picture/catalogue";
import { bool } from "../../schema/codecs/bool";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { layersCodec } from "./layers-codec";
import { networkIds } from "./networks";
import { repair } from "./repair";
import type { FieldTracerState } from "./state";

export const schema = defineSchema<FieldTracerState>({
  version: 1,
  repair,
  fields: {
    net: oneOf([...networkIds, "own"], "chain"),
    layers: layersCodec([
      { kind: "conv", kernelSize: 3, padding: 1 },
      { kind: "maxPool", kernelSize: 2, stride: 2 },
      { kind: "conv", kernelSize: 3, padding: 1 },
      { kind: "maxPool", kernelSize: 2, stride: 2 },
      { kind: "conv", kernelSize: 3, padding: 1 },
    ]),
    side: int({ min: 8, max: 256, default: 64 }),
    depth: int({ min: -1, max: 100, default: -1 }),
    row: int({ min: -1, max: 255, default: -1 }),
    column: int({ min: -1, max: 255, default: -1 }),
    picture: oneOf([...pictureIds, "own"]),
    bell: bool(true),
    weights: oneOf(["equal", "random"], "equal"),
    relu: bool(true),
    channels: oneOf([4, 8, 16], 4),
    seeds: int({ min: 1, max: 100, default: 10 }),
    measure: oneOf(["size", "energy"], "size"),
    scale: oneOf(["linear", "log"], "linear"),
    pixelRow: int({ min: -1, max: 255, default: -1 }),
    pixelColumn: int({ min: -1, max: 255, default: -1 }),
  },
});
