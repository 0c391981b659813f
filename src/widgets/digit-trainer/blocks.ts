import type { Codec } from "../../schema/codec";

/** A convolution with its activation and what follows it. */
export interface Block {
  readonly filters: number;
  readonly size: KernelSize;
  readonly padding: "same" | "valid";
  readonly stride: 1 | 2;
  readonly pool: "max" | "average" | "none";
}

export const KERNEL_SIZES = [1, 3, 5, 7] as const;
export type KernelSize = (typeof KERNEL_SIZES)[number];

export const MOST_BLOCKS = 4;
export const MOST_FILTERS = 32;

/** The book's first network: 1 → 8 → 16 maps. */
export const usualBlocks: readonly Block[] = [8, 16].map((filters) => ({
  filters,
  size: 3,
  padding: "same",
  stride: 1,
  pool: "max",
}));

const pattern = /^(\d{1,2})k([1357])([sv])([12])([man])$/;
const poolOf = { m: "max", a: "average", n: "none" } as const;

function readBlock(text: string): Block | null {
  const [, filters, size, padding, stride, pool] = pattern.exec(text) ?? [];
  if (filters === undefined || Number(filters) < 1 || Number(filters) > MOST_FILTERS) return null;
  return {
    filters: Number(filters),
    size: Number(size) as KernelSize,
    padding: padding === "s" ? "same" : "valid",
    stride: Number(stride) as 1 | 2,
    pool: poolOf[pool as keyof typeof poolOf],
  };
}

function writeBlock({ filters, size, padding, stride, pool }: Block): string {
  return `${filters}k${size}${padding[0]}${stride}${pool[0]}`;
}

export function sameBlock(a: Block, b: Block): boolean {
  return writeBlock(a) === writeBlock(b);
}

/**
 * Blocks in a link: `8k3s1m-16k3s1m`, each its filters, the kernels' side, the padding (s, v), the
 * stride and the pooling (m, a, n). One that cannot be read spoils the field.
 */
export function blocksCodec(usual: readonly Block[]): Codec<readonly Block[]> {
  return {
    default: usual,
    parse(text) {
      const blocks = text.split("-", MOST_BLOCKS + 1).map(readBlock);
      if (blocks.length > MOST_BLOCKS) return null;
      return blocks.every((block) => block !== null) ? blocks : null;
    },
    serialize: (blocks) => blocks.map(writeBlock).join("-"),
    equals: (a, b) => a.length === b.length && a.every((block, at) => sameBlock(block, b[at]!)),
  };
}
