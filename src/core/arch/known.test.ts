import { describe, expect, it, test } from "vitest";
import { knownNetworks } from "./known";
import { summarize } from "./summary";

/** Parameters, multiply-accumulates, field and jump as published or counted by torchvision. */
const PUBLISHED = {
  "lenet-5": { parameters: 61_706, macs: 416_520, size: 16, jump: 4 },
  alexnet: { parameters: 60_965_224, macs: 724_406_816, size: 195, jump: 32 },
  "vgg-16": { parameters: 138_357_544, macs: 15_470_264_320, size: 212, jump: 32 },
  "resnet-18": { parameters: 11_689_512, macs: 1_814_073_344, size: 435, jump: 32 },
  "mobilenet-v1": { parameters: 4_231_976, macs: 568_740_352, size: 315, jump: 32 },
} as const;

test.each(knownNetworks)("$name has its published size, work and field", ({ id, network }) => {
  const { parameters, macs, field } = summarize(network);
  const { size, jump } = field.rows;
  expect({ parameters, macs, size, jump }).toEqual(PUBLISHED[id as keyof typeof PUBLISHED]);
});

describe("summarize", () => {
  it("finds most of VGG-16's parameters, and little of its work, in the dense layers", () => {
    const { network } = knownNetworks.find(({ id }) => id === "vgg-16")!;
    const summary = summarize(network);
    const dense = summary.layers.filter(({ layer }) => layer.kind === "dense");
    const sum = (what: "parameters" | "macs") => dense.reduce((total, one) => total + one[what], 0);
    expect(sum("parameters")).toBe(123_642_856);
    expect(sum("parameters") / summary.parameters).toBeCloseTo(0.894, 3);
    expect(sum("macs") / summary.macs).toBeCloseTo(0.008, 3);
  });

  it("covers both paths of a residual block and counts what lies in it", () => {
    const { layers, field, activations } = summarize({
      inputShape: [8, 8, 2],
      layers: [
        {
          kind: "residual",
          branch: [{ kind: "conv", filters: 2, size: [3, 5], padding: "same" }],
        },
      ],
    });
    expect(field.rows).toEqual({ size: 3, jump: 1, start: 0 });
    expect(field.columns).toEqual({ size: 5, jump: 1, start: 0 });
    expect(layers[0]!.parameters).toBe(2 * 2 * 15 + 2);
    expect(activations).toBe(2 * 128);
  });

  it("has no field for a network without places", () => {
    const summary = summarize({ inputShape: [5], layers: [{ kind: "dense", units: 2 }] });
    expect(summary.layers[0]!.field).toBeNull();
    expect(summary.parameters).toBe(12);
  });
});
