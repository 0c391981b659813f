import { expect, test } from "vitest";
import { firstFrame } from "./first-frame";
import { gainWidget } from "./fixture/gain";

test("a figure is computed where there is no browser: numbers and pixels", async () => {
  const { result, pictures } = await firstFrame(gainWidget, { gain: -2, tone: "grey" }, {});
  expect(gainWidget.model.derive({ gain: -2, tone: "grey" }, result as never, {}).range).toBe(
    "−2 to 0",
  );
  const { width, height, pixels } = pictures["out"]!;
  expect([width, height, pixels.length]).toEqual([8, 8, 256]);
});

test("grey pixels of the ramp run from black to white", async () => {
  const { pictures } = await firstFrame(gainWidget, { gain: 1, tone: "grey" }, {});
  const { pixels } = pictures["out"]!;
  expect(Array.from(pixels.slice(0, 4))).toEqual([0, 0, 0, 255]);
  expect(Array.from(pixels.slice(28, 32))).toEqual([255, 255, 255, 255]);
});

test("a state that asks for nothing has no frame", async () => {
  const silent = { ...gainWidget, model: { ...gainWidget.model, request: () => null } };
  expect(await firstFrame(silent, {}, {})).toEqual({ result: null, pictures: {}, carried: null });
});

test("pictures that the model itself has drawn are kept beside those of the result", async () => {
  const drawn = { width: 1, height: 1, pixels: Uint8ClampedArray.of(9, 9, 9, 255) };
  const model = { ...gainWidget.model, request: () => null, stills: () => ({ drawn }) };
  const silent = { ...gainWidget, model };
  expect((await firstFrame(silent, { gain: 1, tone: "grey" }, {})).pictures).toEqual({ drawn });
});
