import { beforeEach, describe, expect, it } from "vitest";
import { createInputCache } from "./input-cache";

const live = new Set<string>();
let made = 0;
const copy =
  (name: string, bytes = 100) =>
  () => {
    made++;
    live.add(name);
    return { bytes, release: () => live.delete(name) };
  };
const tensor = () => ({ shape: [1], data: new Float32Array(1) });

beforeEach(() => {
  live.clear();
  made = 0;
});

describe("remembered inputs", () => {
  it("are made once for the same data, whatever object carries them", () => {
    const cache = createInputCache();
    const x = tensor();
    cache.of(x, "plain", copy("x"));
    cache.of({ ...x }, "plain", copy("x"));
    expect(made).toBe(1);
  });

  it("are made once a layout and a shape", () => {
    const cache = createInputCache();
    const x = tensor();
    cache.of(x, "plain", copy("a"));
    cache.of(x, "padded", copy("b"));
    cache.of({ ...x, shape: [1, 1] }, "plain", copy("c"));
    expect(live).toEqual(new Set(["a", "b", "c"]));
  });

  it("go when there are too many, the longest unused first", () => {
    const cache = createInputCache(2);
    const [a, b, c] = [tensor(), tensor(), tensor()];
    cache.of(a, "", copy("a"));
    cache.of(b, "", copy("b"));
    cache.of(a, "", copy("a"));
    cache.of(c, "", copy("c"));
    expect(live).toEqual(new Set(["a", "c"]));
  });

  it("go when they take too much, but never the newest", () => {
    const cache = createInputCache(9, 150);
    cache.of(tensor(), "", copy("a"));
    cache.of(tensor(), "", copy("b", 1000));
    expect(live).toEqual(new Set(["b"]));
  });

  it("stay while anybody holds them, beyond the bounds", () => {
    const cache = createInputCache(1);
    const held = tensor();
    cache.hold(held);
    cache.hold(held);
    cache.of(held, "", copy("held"));
    for (const name of ["a", "b", "c"]) cache.of(tensor(), "", copy(name));
    expect(live).toEqual(new Set(["held", "c"]));
    cache.release(held);
    expect(live.has("held")).toBe(true);
    cache.release(held);
    expect(live).toEqual(new Set(["c"]));
  });

  it("all go at the end", () => {
    const cache = createInputCache();
    cache.of(tensor(), "", copy("a"));
    cache.clear();
    expect(live.size).toBe(0);
  });
});
