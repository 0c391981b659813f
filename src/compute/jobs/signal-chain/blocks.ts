/** Where blocks of numbers come from. */
export type Blocks = () => Float64Array;

/** Blocks that are kept: each a new one. */
export function freshBlocks(length: number): Blocks {
  return () => new Float64Array(length);
}

/** More than one layer needs, so that a layer never meets its own input again. */
const RING = 8;

/**
 * Blocks used in turn, the oldest again: for layers that nobody looks back at. A browser takes longer
 * to find memory for a short block than to fill it.
 */
export function ringOfBlocks(length: number): Blocks {
  const ring = Array.from({ length: RING }, () => new Float64Array(length));
  let next = 0;
  return () => ring[next++ % RING]!;
}
