import { describe, expect, it } from "vitest";
import { convCases } from "../../../tests/golden/conv-cases";
import { checkRequest } from "../jobs/check";
import type { Conv2dRequest, RenderRequest } from "../types";
import { createCpuDevice } from "./cpu-device";

const run = async <R extends Conv2dRequest | RenderRequest>(request: R) =>
  (await createCpuDevice()).run(request, checkRequest(request));

const tensor = (shape: readonly number[], data: readonly number[]) => ({
  shape,
  data: Float32Array.from(data),
});

describe("the cpu device, without a browser", () => {
  it.each(convCases.filter(({ exact }) => exact))("gives $id", async ({ spec, expected }) => {
    const { output } = await run({ job: "conv2d", ...spec });
    expect([...output.data]).toEqual(expected);
  });

  const request: RenderRequest = {
    job: "render",
    conv: {
      input: tensor([1, 1, 3, 1], [-1, 0, 2]),
      weights: tensor([1, 1, 1, 2], [1, -2]),
      bias: [1, 0],
      activation: "relu",
    },
    views: [
      { key: "in", plane: { of: "input" }, scale: { kind: "picture" } },
      {
        key: "sum",
        plane: { of: "sum", outChannel: 0 },
        scale: { kind: "signed", limit: "auto" },
      },
      {
        key: "pre",
        plane: { of: "preActivation", outChannel: 0 },
        scale: { kind: "signed", limit: 5 },
      },
      {
        key: "out",
        plane: { of: "output", outChannel: 1 },
        scale: { kind: "sequential", limit: "auto" },
      },
      {
        key: "size",
        plane: { of: "gradient", xChannel: 0, yChannel: 1 },
        scale: { kind: "sequential", limit: "auto" },
      },
    ],
  };

  it("paints plain pixels with their ranges and limits", async () => {
    const { pictures } = await run(request);
    expect(Object.keys(pictures)).toEqual(["in", "sum", "pre", "out", "size"]);
    for (const { width, height, pixels, bitmap } of Object.values(pictures)) {
      expect([width, height, bitmap]).toEqual([3, 1, undefined]);
      expect(pixels).toHaveLength(12);
    }
    expect(pictures.sum).toMatchObject({ range: { min: -1, max: 2 }, limit: 2 });
    expect(pictures.pre).toMatchObject({ range: { min: 0, max: 3 }, limit: 5 });
    expect(pictures.out).toMatchObject({ range: { min: 0, max: 2 }, limit: 2 });
    expect(pictures.size).toMatchObject({ range: { min: 1, max: 5 }, limit: 5 });
  });

  it("holds nothing", async () => {
    const device = await createCpuDevice();
    device.hold(request.conv.input);
    await device.run(request, checkRequest(request));
    expect(device.memory()).toEqual({ tensors: 0, bytes: 0 });
  });
});
