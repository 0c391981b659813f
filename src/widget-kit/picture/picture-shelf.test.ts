import { describe, expect, it } from "vitest";
import { createPictureShelf } from "./picture-shelf";

describe("the picture shelf", () => {
  const tiny = { shape: [1, 1, 3], data: new Float32Array(3) };

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
