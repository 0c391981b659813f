import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { colorize, type Colorized } from "../../../core/color/colorize";
import { conv2d, conv2dPartials } from "../../../core/conv/conv2d";
import { channelPlane } from "./channels";
import type { Device } from "../../device/device";
import type { ColorScale, Conv2dSpec, RenderPlane, RenderedPicture, Tensor } from "../../types";
import { deviceOf, runOn, tiers } from "../testing/devices";

function tensor(shape: readonly number[], value: (index: number) => number): Tensor {
  const count = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Float32Array.from({ length: count }, (_, index) => value(index)) };
}

const width = 45;
const height = 37;

/** A picture in [0, 1] with a NaN and both infinities in it. */
function picture(broken: boolean): Tensor {
  const special = new Map([
    [3 * (5 * width + 7), NaN],
    [3 * (20 * width + 30), Infinity],
    [3 * (30 * width + 11) + 1, -Infinity],
  ]);
  return tensor([1, height, width, 3], (at) =>
    broken && special.has(at) ? special.get(at)! : 0.5 + 0.5 * Math.sin(at * 0.137),
  );
}

function specOf(broken: boolean): Conv2dSpec {
  return {
    input: picture(broken),
    weights: tensor([3, 3, 3, 2], (at) => Math.sin(at * 2.7)),
    bias: [0.25, -0.5],
    padding: "same",
    activation: "relu",
  };
}

function planesOf(spec: Conv2dSpec, plane: RenderPlane): Float32Array[] {
  const pre = (channel: number) =>
    channelPlane(conv2d({ ...spec, activation: "identity" }), channel);
  switch (plane.of) {
    case "input":
      return plane.inChannel === undefined
        ? [0, 1, 2].map((channel) => channelPlane(spec.input, channel))
        : [channelPlane(spec.input, plane.inChannel)];
    case "partial":
      return [channelPlane(conv2dPartials(spec, plane.outChannel), plane.inChannel)];
    case "sum":
      return [
        channelPlane(
          conv2d({ input: spec.input, weights: spec.weights, padding: "same" }),
          plane.outChannel,
        ),
      ];
    case "preActivation":
      return [pre(plane.outChannel)];
    case "output":
      return [channelPlane(conv2d(spec), plane.outChannel)];
    case "gradient":
      return [pre(plane.xChannel), pre(plane.yChannel)];
  }
}

function expected(spec: Conv2dSpec, plane: RenderPlane, scale: ColorScale) {
  const planes = planesOf(spec, plane);
  const [x, y] = planes;
  const lengths = [x!.map((value, at) => Math.hypot(value, y?.[at] ?? 0))];
  const gradient = plane.of === "gradient";
  const shown: Colorized = colorize(
    gradient && scale.kind !== "angle" ? lengths : planes,
    width,
    height,
    scale,
  );
  /** Of every cell; the largest channel's where there are several. */
  const magnitudes = gradient
    ? lengths[0]!
    : x!.map((_, at) => Math.max(...planes.map((values) => Math.abs(values[at]!))));
  return { ...shown, magnitudes };
}

async function pixelsOf({ bitmap, pixels }: RenderedPicture): Promise<Uint8ClampedArray> {
  if (pixels) return pixels;
  const canvas = new OffscreenCanvas(bitmap!.width, bitmap!.height);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(bitmap!, 0, 0);
  bitmap!.close();
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Share of pixels that differ at all, and the most that any channel differs. */
function difference(actual: Uint8ClampedArray, wanted: Uint8ClampedArray) {
  let differing = 0;
  let most = 0;
  for (let pixel = 0; pixel < wanted.length; pixel += 4) {
    let here = 0;
    for (let c = 0; c < 4; c++)
      here = Math.max(here, Math.abs(actual[pixel + c]! - wanted[pixel + c]!));
    if (here > 0) differing++;
    most = Math.max(most, here);
  }
  return { share: differing / (wanted.length / 4), most };
}

const views: readonly (readonly [string, RenderPlane, ColorScale])[] = [
  ["the whole input", { of: "input" }, { kind: "picture" }],
  ["a red plane", { of: "input", inChannel: 0 }, { kind: "plane", tint: "red" }],
  ["a grey plane", { of: "input", inChannel: 2 }, { kind: "clip", low: 0, high: 1 }],
  [
    "a partial map",
    { of: "partial", inChannel: 1, outChannel: 0 },
    { kind: "signed", limit: "auto" },
  ],
  ["a sum", { of: "sum", outChannel: 1 }, { kind: "signed", limit: 3 }],
  ["a pre-activation", { of: "preActivation", outChannel: 1 }, { kind: "signed", limit: "auto" }],
  ["an output", { of: "output", outChannel: 0 }, { kind: "clip", low: 0, high: 2 }],
  [
    "a gradient's size",
    { of: "gradient", xChannel: 0, yChannel: 1 },
    { kind: "sequential", limit: "auto" },
  ],
  [
    "a gradient's direction",
    { of: "gradient", xChannel: 0, yChannel: 1 },
    { kind: "angle", limit: "auto" },
  ],
];

describe.each(tiers)("pictures on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  it.each(views)("shows %s as the reference colours it", async (_, plane, scale) => {
    const spec = specOf(false);
    const { pictures } = await runOn(device, {
      job: "render",
      conv: spec,
      views: [{ key: "it", plane, scale }],
    });
    const wanted = expected(spec, plane, scale);
    const { range, limit } = pictures.it!;
    const digits = tier === "webgl-f16" ? 2 : 5;
    expect(range.min).toBeCloseTo(wanted.range.min, digits);
    expect(range.max).toBeCloseTo(wanted.range.max, digits);
    expect(limit).toBeCloseTo(wanted.limit, digits);
    expect(wanted.magnitudes[range.peakAt]).toBeCloseTo(Math.max(...wanted.magnitudes), digits);
    const { share, most } = difference(await pixelsOf(pictures.it!), wanted.pixels);
    // A number that half precision moves may fall into the next entry of the palette.
    expect(share).toBeLessThan(tier === "webgl-f16" ? 0.35 : 0.01);
    expect(most).toBeLessThanOrEqual(scale.kind === "angle" ? 12 : 6);
  });

  it.each(views)("hatches %s exactly where numbers broke", async (_, plane, scale) => {
    const spec = specOf(true);
    const { pictures } = await runOn(device, {
      job: "render",
      conv: spec,
      views: [{ key: "it", plane, scale }],
    });
    // Half precision stores −∞ as NaN before the ReLU can make it 0.
    const early = tier === "webgl-f16" && plane.of === "output";
    const wanted = expected(early ? { ...spec, activation: "identity" } : spec, plane, scale);
    const actual = await pixelsOf(pictures.it!);
    const hatched = (pixels: Uint8ClampedArray, at: number) =>
      (pixels[at * 4] === 214 && pixels[at * 4 + 2] === 147) ||
      (pixels[at * 4] === 52 && pixels[at * 4 + 2] === 40);
    let count = 0;
    for (let at = 0; at < width * height; at++) {
      if (hatched(wanted.pixels, at)) {
        count++;
        expect([...actual.subarray(at * 4, at * 4 + 4)]).toEqual([
          ...wanted.pixels.subarray(at * 4, at * 4 + 4),
        ]);
      } else expect(hatched(actual, at)).toBe(false);
    }
    const { range } = pictures.it!;
    const broken = (r: typeof range) => r.nan + r.positiveInfinity + r.negativeInfinity;
    expect(broken(range)).toBe(broken(wanted.range));
    if (tier !== "webgl-f16") expect(range.nan).toBe(wanted.range.nan);
    expect(broken(range) > 0).toBe(count > 0);
  });

  it("names the first of equal peaks, row by row", async () => {
    const data = new Float32Array(width * height);
    for (const at of [width * 10 + 40, width * 10 + 44, width * 12 + 3]) data[at] = -2;
    const spec: Conv2dSpec = {
      input: { shape: [1, height, width, 1], data },
      weights: { shape: [1, 1, 1, 1], data: Float32Array.of(1) },
    };
    const plane = { of: "output", outChannel: 0 } as const;
    const scale = { kind: "signed", limit: "auto" } as const;
    const request = { job: "render", conv: spec, views: [{ key: "it", plane, scale }] } as const;
    const { range, bitmap } = (await runOn(device, request)).pictures.it!;
    bitmap?.close();
    expect(range).toMatchObject({ min: -2, max: 0, peakAt: width * 10 + 40 });
  });

  it("paints a whole page of views in one request", async () => {
    const spec = specOf(false);
    const all = views.map(([key, plane, scale]) => ({ key, plane, scale }));
    const { pictures } = await runOn(device, { job: "render", conv: spec, views: all });
    for (const { key, plane, scale } of all) {
      const wanted = expected(spec, plane, scale);
      const { share } = difference(await pixelsOf(pictures[key]!), wanted.pixels);
      expect(share, key).toBeLessThan(tier === "webgl-f16" ? 0.35 : 0.01);
    }
  });

  it("holds no more after twenty requests than after one", async () => {
    const { input, ...rest } = specOf(false);
    const all = views.map(([key, plane, scale]) => ({ key, plane, scale }));
    const round = async () => {
      const conv = { input, ...rest };
      const { pictures } = await runOn(device, { job: "render", conv, views: all });
      for (const { bitmap } of Object.values(pictures)) bitmap?.close();
    };
    await round();
    const before = device.memory();
    for (let i = 0; i < 20; i++) await round();
    expect(device.memory()).toEqual(before);
  });
});
