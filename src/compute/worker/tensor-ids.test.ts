import { describe, expect, test } from "vitest";
import type { Tensor } from "../types";
import { createTensorIds } from "./tensor-ids";

function tensor(length: number): Tensor {
  return { shape: [length], data: new Float32Array(length) };
}

function recorded(inlineBelow: number) {
  const sent: number[] = [];
  const dropped: number[] = [];
  const ids = createTensorIds(
    inlineBelow,
    (id) => sent.push(id),
    (id) => dropped.push(id),
  );
  return { ids, sent, dropped };
}

describe("tensors by number", () => {
  test("a large tensor is sent once, however often it is named", () => {
    const { ids, sent } = recorded(1_000);
    const large = tensor(1_000);
    const id = ids.idOf(large);
    expect(id).not.toBeNull();
    expect(ids.idOf(large)).toBe(id);
    expect(sent).toEqual([id]);
    expect(ids.idOf({ ...large })).not.toBe(id);
  });

  test("a small tensor travels in full, unless it is held", () => {
    const { ids, sent, dropped } = recorded(1_000);
    const small = tensor(9);
    expect(ids.idOf(small)).toBeNull();
    const id = ids.hold(small);
    expect(ids.idOf(small)).toBe(id);
    const told: number[] = [];
    ids.unhold(small, (number) => told.push(number));
    expect({ sent, told, dropped }).toEqual({ sent: [id], told: [id], dropped: [id] });
    expect(ids.idOf(small)).toBeNull();
  });

  test("where nothing is copied every tensor travels in full", () => {
    expect(recorded(Infinity).ids.idOf(tensor(1_000_000))).toBeNull();
  });

  test("beyond 128 MiB the longest unused are dropped and sent anew when named again", () => {
    const { ids, sent, dropped } = recorded(1_000);
    const side = 2 ** 23;
    const tensors = [1, 2, 3, 4, 5].map(() => tensor(side));
    const numbers = tensors.map((each) => ids.idOf(each));
    ids.idOf(tensors[0]!);
    ids.trim();
    expect(dropped).toEqual([numbers[1]]);
    expect(ids.idOf(tensors[0]!)).toBe(numbers[0]);
    ids.idOf(tensors[1]!);
    expect(sent).toHaveLength(6);
  });

  test("a held tensor is never dropped", () => {
    const { ids, dropped } = recorded(1_000);
    const held = tensor(2 ** 24);
    const id = ids.hold(held);
    for (let i = 0; i < 3; i++) ids.idOf(tensor(2 ** 24));
    ids.trim();
    expect(dropped).not.toContain(id);
    expect(ids.idOf(held)).toBe(id);
  });

  test("a view into a larger buffer is sent without the rest of it", () => {
    let bytes = 0;
    const ids = createTensorIds(
      0,
      (_, { data }) => (bytes = data.buffer.byteLength),
      () => {},
    );
    ids.idOf({ shape: [10], data: new Float32Array(1_000).subarray(5, 15) });
    expect(bytes).toBe(40);
  });
});
