import { describe, expect, it } from "vitest";
import { digit } from "./digit";
import { movePicture, type Movement } from "./move";
import { centerOfInk } from "./prepare";

const still: Movement = { dx: 0, dy: 0, turn: 0, size: 1 };

function moved(data: Float32Array, movement: Partial<Movement>, shape = [3, 3, 1] as const) {
  const target = new Float32Array(data.length);
  movePicture(data, 0, target, 0, shape, { ...still, ...movement });
  return target;
}

describe("a moved picture", () => {
  const picture = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

  it("is the same when nothing moves it", () => {
    expect([...moved(picture, {})]).toEqual([...picture]);
  });

  it("goes right and down, and leaves paper behind", () => {
    expect([...moved(picture, { dx: 1 })]).toEqual([0, 1, 2, 0, 4, 5, 0, 7, 8]);
    expect([...moved(picture, { dy: 1 })]).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 6]);
  });

  it("between two pixels is their mean", () => {
    expect([...moved(picture, { dx: 0.5 })].slice(1, 3)).toEqual([1.5, 2.5]);
  });

  it("turns clockwise by a right angle", () => {
    const turned = [...moved(picture, { turn: Math.PI / 2 })];
    [7, 4, 1, 8, 5, 2, 9, 6, 3].forEach((value, at) => expect(turned[at]).toBeCloseTo(value, 5));
  });

  it("keeps its channels apart", () => {
    const two = Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40);
    expect([...moved(two, { dx: 1 }, [2, 2, 2] as never)]).toEqual([0, 0, 1, 10, 0, 0, 3, 30]);
  });

  it("grows about its middle: a digit's ink stays centred and gains the square of its size", () => {
    const { data } = digit(4, 1, { shift: 0 }).image;
    const sum = (values: Float32Array) => values.reduce((all, one) => all + one, 0);
    const smaller = moved(data, { size: 0.8 }, [28, 28, 1] as never);
    expect(sum(smaller) / sum(data)).toBeCloseTo(0.64, 1);
    const center = (values: Float32Array) => centerOfInk({ shape: [28, 28], data: values });
    center(smaller).forEach((place, axis) => {
      const before = center(data)[axis]!;
      expect(place - 13.5).toBeCloseTo(0.8 * (before - 13.5), 1);
    });
  });
});
