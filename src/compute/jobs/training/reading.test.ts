import { describe, expect, it } from "vitest";
import { digit } from "../../../core/digits/digit";
import { digitNetwork } from "../../../core/network/digit-network";
import { initialParameters } from "../../../core/network/initial-parameters";
import { forward } from "../../../core/network/network";
import { ShapeMismatchError } from "../../errors";
import type { TrainReadingRequest } from "../../training";
import { checkTraining } from "./check";
import { openTrainings } from "./fixture";

const parameters = initialParameters(digitNetwork, "heNormal", 4, new Float32Array(0));
const pictures = [3, 5].map((at) => ({ shape: [28, 28, 1], data: digit(1, at).image.data }));
const wish: TrainReadingRequest = {
  job: "trainReading",
  network: digitNetwork,
  parameters,
  statistics: {},
  reading: { pictures, inside: "contributions" },
};
const { run, memory } = openTrainings();

/** What core says of a picture. */
const passOf = (at: number) =>
  forward(digitNetwork, parameters, { shape: [1, 28, 28, 1], data: pictures[at]!.data });

describe("a reading", () => {
  it("says what core says of every picture, and keeps nothing", async () => {
    const { reading } = await run(wish);
    for (const at of [0, 1])
      reading.scores[at]!.forEach((score, place) =>
        expect(score).toBeCloseTo(passOf(at).output.data[place]!, 4),
      );
    expect(memory()).toEqual({ tensors: 0, bytes: 0 });
  });

  it("knows by how much each pixel speaks for the answer, as core's way back does", async () => {
    const { reading } = await run(wish);
    const { output, backward } = passOf(0);
    const chosen = new Float32Array(10);
    chosen[output.data.indexOf(Math.max(...output.data))] = 1;
    const slope = backward({ shape: [1, 10], data: chosen }).input.data;
    reading.contributions!.forEach((value, at) =>
      expect(value).toBeCloseTo(slope[at]! * pictures[0]!.data[at]!, 4),
    );
    expect(reading.contributions!.some((value) => value !== 0)).toBe(true);
  });

  it("shows every layer's result for the first picture", async () => {
    const { reading } = await run({ ...wish, reading: { pictures, inside: "maps" } });
    const { outputs } = passOf(0);
    expect(Object.keys(reading.maps!)).toEqual(Object.keys(outputs));
    for (const [path, { shape, data }] of Object.entries(reading.maps!)) {
      expect([1, ...shape]).toEqual(outputs[path]!.shape);
      data.forEach((value, at) => expect(value).toBeCloseTo(outputs[path]!.data[at]!, 4));
    }
  });

  it("refuses weights and pictures that do not fit", async () => {
    const { "0/bias": _, ...fewer } = parameters;
    expect(() => checkTraining({ ...wish, parameters: fewer })).toThrow(ShapeMismatchError);
    const small = { shape: [2, 2, 1], data: new Float32Array(4) };
    const refused = run({ ...wish, reading: { pictures: [small], inside: "maps" } });
    await expect(refused).rejects.toBeInstanceOf(ShapeMismatchError);
    expect(() => checkTraining({ ...wish, reading: { pictures: [], inside: "maps" } })).toThrow(
      "pictures to read",
    );
  });
});

describe("a drawn set", () => {
  it("is the run's own pictures in 256 shades, with its labels", async () => {
    const data = { kind: "digits", seed: 7, count: 5 } as const;
    const { shape, pictures: bytes, labels } = await run({ job: "trainPictures", data });
    expect(shape).toEqual([5, 28, 28]);
    const last = digit(7, 4);
    expect(labels[4]).toBe(last.label);
    last.image.data.forEach((value, at) =>
      expect(bytes[4 * 784 + at]).toBe(Math.round(value * 255)),
    );
  });

  it("is refused where it is too large", () => {
    const data = { kind: "digits", seed: 7, count: 100_001 } as const;
    expect(() => checkTraining({ job: "trainPictures", data })).toThrow("data: count");
  });
});
