import { normals } from "../../core/random/fill";
import type { Tensor } from "../../core/tensor";

/** Height and width of the desk's input, and its channels. */
export const DESK_SIDE = 10;
export const DESK_CHANNELS = 200;
/** Height and width of the mixed pictures. */
export const MIXED_SIDE = 24;
/** Added to every sum. */
export const DESK_BIAS = 0.1;

const stream = { input: 0, weights: 1, other: 2 } as const;

export interface Desk {
  /** `[1, 10, 10, 200]`, standard normal. */
  readonly x: Tensor;
  /** Another one, for the test with two inputs. */
  readonly y: Tensor;
  /** `[1, 1, 200, 1]`, of deviation 1 / √200. */
  readonly weights: Tensor;
}

export function makeDesk(seed: number): Desk {
  const input = (which: number): Tensor => ({
    shape: [1, DESK_SIDE, DESK_SIDE, DESK_CHANNELS],
    data: Float32Array.from(normals(DESK_SIDE ** 2 * DESK_CHANNELS, { seed, stream: which })),
  });
  const drawn = normals(DESK_CHANNELS, { seed, stream: stream.weights });
  return {
    x: input(stream.input),
    y: input(stream.other),
    weights: {
      shape: [1, 1, DESK_CHANNELS, 1],
      data: Float32Array.from(drawn, (value) => value / Math.sqrt(DESK_CHANNELS)),
    },
  };
}

/** What is mixed, each a picture of values in [0, 1]. */
export const SOURCES: readonly { readonly name: string; readonly at: Shade }[] = [
  { name: "stripes", at: (_, column) => (Math.floor(column / 3) % 2 === 0 ? 1 : 0) },
  { name: "disc", at: (row, column) => (Math.hypot(row - 11.5, column - 11.5) < 8 ? 1 : 0) },
  { name: "ramp", at: (row) => row / (MIXED_SIDE - 1) },
];

type Shade = (row: number, column: number) => number;

/** How much of each source every channel holds, `[channel][source]`. */
export const MIXTURE: readonly (readonly number[])[] = [
  [0.6, 0.3, 0.1],
  [0.2, 0.5, 0.3],
  [0.3, 0.2, 0.5],
];

/** The three mixtures as channels, `[1, 24, 24, 3]`. */
export function mixedPicture(): Tensor {
  const channels = MIXTURE.length;
  const data = new Float32Array(MIXED_SIDE ** 2 * channels);
  for (let at = 0; at < MIXED_SIDE ** 2; at++) {
    const sources = SOURCES.map((source) =>
      source.at(Math.floor(at / MIXED_SIDE), at % MIXED_SIDE),
    );
    MIXTURE.forEach((shares, channel) => {
      data[at * channels + channel] = dot(shares, sources);
    });
  }
  return { shape: [1, MIXED_SIDE, MIXED_SIDE, channels], data };
}

/** How much of each source is in the sum of the channels times `weights`: weights · mixture. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  return SOURCES.map((_, source) =>
    dot(
      weights,
      MIXTURE.map((shares) => shares[source]!),
    ),
  );
}

/** The weights that leave one source and nothing of the others: its row of the mixture's inverse. */
export function solvedFor(source: number): readonly number[] {
  const column = (at: number) => MIXTURE.map((shares) => shares[at]!);
  const [one, two] = [1, 2].map((step) => column((source + step) % SOURCES.length));
  const normal = cross(one!, two!);
  const scale = dot(normal, column(source));
  return normal.map((value) => Math.fround(value / scale));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

/** Perpendicular to both. */
function cross([a, b, c]: readonly number[], [d, e, f]: readonly number[]): readonly number[] {
  return [b! * f! - c! * e!, c! * d! - a! * f!, a! * e! - b! * d!];
}
