/** Where the buffers of one training run lie: made once, before the first step, and zero then. */
export interface Arena {
  floats(length: number): Float32Array;
  /** Bytes given out so far. */
  readonly bytes: number;
}

/** Buffers of their own, wherever JavaScript puts them. */
export function plainArena(): Arena {
  let bytes = 0;
  return {
    floats(length) {
      bytes += length * 4;
      return new Float32Array(length);
    },
    get bytes() {
      return bytes;
    },
  };
}
