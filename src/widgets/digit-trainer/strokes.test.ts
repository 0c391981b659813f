import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { BOARD, begun, drawnOn, MOST_STROKES, strokesCodec, type Stroke } from "./strokes";

const codec = strokesCodec([]);
const place = fc.integer({ min: 0, max: BOARD - 1 });
const stroke = fc
  .array(fc.tuple(place, place), { minLength: 1, maxLength: 30 })
  .map((points): Stroke => points.flat());

test.prop([fc.array(stroke, { maxLength: MOST_STROKES })])("any drawing comes back", (strokes) => {
  expect(codec.parse(codec.serialize(strokes))).toEqual(strokes);
});

test.prop([fc.string()])("any text is a drawing on the board, or none", (text) => {
  const strokes = codec.parse(text);
  expect((strokes ?? []).flat().every((at) => at >= 0 && at < BOARD)).toBe(true);
});

it("draws on from cell to cell, and stays on the board", () => {
  const first = begun([], -5, 70);
  expect(first).toEqual([[0, 63]]);
  const next = drawnOn(first, 0.2, 62.9);
  expect(next).toBe(first);
  expect(drawnOn(next, 1, 62)).toEqual([[0, 63, 1, 62]]);
});
