import { describe, expect, it } from "vitest";
import { createModel } from "./model";
import { createPictureShelf } from "./picture-shelf";
import { schema } from "./schema";

describe("the picture shelf", () => {
  const state = { ...schema.defaults, size: 1 } as const;
  const tiny = { shape: [1, 1, 3], data: new Float32Array(3) };

  it("a slow picture is painted elsewhere, and a ramp stands in until it is there", async () => {
    const patient = createModel(createPictureShelf(() => Promise.resolve(tiny)));
    const before = patient.derive(state, null, {});
    expect(before.input.rows).toBe(256);
    await before.waiting;
    const after = patient.derive(state, null, {});
    expect([after.input.rows, after.waiting]).toEqual([1, null]);
  });

  it("where the painter fails the picture is painted all the same", async () => {
    const failing = createPictureShelf(() => Promise.reject(new Error("no workers today")));
    expect(failing.get("still-life", 16)).toBeNull();
    await failing.load("still-life", 16);
    expect(failing.get("still-life", 16)!.shape).toEqual([16, 16, 3]);
  });

  it("a picture is painted once", async () => {
    let orders = 0;
    const counting = createPictureShelf(() => {
      orders++;
      return Promise.resolve(tiny);
    });
    await Promise.all([counting.load("still-life", 256), counting.load("still-life", 256)]);
    expect([orders, counting.get("still-life", 256)]).toEqual([1, tiny]);
  });
});
