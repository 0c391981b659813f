/** Where neighbouring channels begin among all of a cell. */
interface Channels {
  readonly channel: number;
  readonly of: number;
}

/** Copies `count` channels of every cell from one block into another; answers the latter. */
export function copyChannels(
  source: Float32Array,
  from: Channels,
  target: Float32Array,
  to: Channels & { readonly count: number },
): Float32Array {
  const cells = source.length / from.of;
  for (let cell = 0; cell < cells; cell++)
    for (let channel = 0; channel < to.count; channel++)
      target[cell * to.of + to.channel + channel] =
        source[cell * from.of + from.channel + channel]!;
  return target;
}
