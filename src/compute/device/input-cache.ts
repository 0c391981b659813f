import type { Tensor } from "../types";

/** A device's own copy of a tensor. */
export interface Copy {
  readonly bytes: number;
  release(): void;
}

export interface InputCache<C extends Copy> {
  /** The copy of a tensor in one layout, made at first use. */
  of(tensor: Tensor, layout: string, make: () => C): C;
  hold(tensor: Tensor): void;
  release(tensor: Tensor): void;
  clear(): void;
}

/**
 * Remembers device copies of tensors by the identity of their data, so that a dragged slider sends
 * nothing but weights. Copies that nobody holds go when there are more than `most` or they take more
 * than `mostBytes`, the longest unused first; the newest always stays.
 */
export function createInputCache<C extends Copy>(
  most = 4,
  mostBytes = 64 * 2 ** 20,
): InputCache<C> {
  // A Map keeps insertion order, so its first entry is the longest unused.
  const copies = new Map<Float32Array, Map<string, C>>();
  const holds = new Map<Float32Array, number>();

  const bytesOf = (layouts: Map<string, C>) =>
    [...layouts.values()].reduce((sum, copy) => sum + copy.bytes, 0);

  function drop(data: Float32Array): void {
    for (const copy of copies.get(data)?.values() ?? []) copy.release();
    copies.delete(data);
  }

  function trim(): void {
    const idle = [...copies.keys()].filter((data) => !holds.has(data));
    let bytes = idle.reduce((sum, data) => sum + bytesOf(copies.get(data)!), 0);
    for (let count = idle.length; count > 1 && (count > most || bytes > mostBytes); count--) {
      const oldest = idle.shift()!;
      bytes -= bytesOf(copies.get(oldest)!);
      drop(oldest);
    }
  }

  return {
    of({ data, shape }, layout, make) {
      const layouts = copies.get(data) ?? new Map<string, C>();
      copies.delete(data);
      copies.set(data, layouts);
      const key = `${shape.join("×")} ${layout}`;
      let copy = layouts.get(key);
      if (!copy) {
        layouts.set(key, (copy = make()));
        trim();
      }
      return copy;
    },
    hold({ data }) {
      holds.set(data, (holds.get(data) ?? 0) + 1);
    },
    release({ data }) {
      const left = (holds.get(data) ?? 0) - 1;
      if (left > 0) holds.set(data, left);
      else if (holds.delete(data)) {
        drop(data);
      }
    },
    clear() {
      for (const data of copies.keys()) drop(data);
      holds.clear();
    },
  };
}
