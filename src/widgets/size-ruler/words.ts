import type { State } from "./schema";

/** A cell of the padded axis as a sentence's subject: cells of the input count from 1. */
export function cellName({ input, before }: State, cell: number): string {
  if (cell < before) return `Padding cell ${cell + 1} before the input`;
  if (cell >= before + input) return `Padding cell ${cell - before - input + 1} after the input`;
  return `Cell ${cell - before + 1}`;
}

/** What one window reads: “cells 3, 5 and 7”, padding by its side. */
export function windowCells(state: State, at: number): string {
  const { input, before, kernel, stride, dilation } = state;
  const positions = Array.from({ length: kernel }, (_, tap) => at * stride + tap * dilation);
  const inside = positions.filter((cell) => cell >= before && cell < before + input);
  const padding = kernel - inside.length;
  const numbers = inside.map((cell) => cell - before + 1);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const cells =
    numbers.length === 0
      ? "no cell of the input"
      : numbers.length === 1
        ? `cell ${first}`
        : dilation === 1
          ? `cells ${first} to ${last}`
          : `cells ${numbers.slice(0, -1).join(", ")} and ${last}`;
  return padding > 0 ? `${cells} and ${padding} of padding` : cells;
}
