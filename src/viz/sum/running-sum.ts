import type { SumChannel } from "./sum-line";

/** How far a sum has come in one channel. */
export interface ChannelProgress {
  /** Index of the channel's first term, counted through all channels. */
  readonly start: number;
  /** Terms of the channel added so far. */
  readonly added: number;
  /** Sum of those, rounded to 32 bits after every addition as the engine does. */
  readonly sum: number;
}

/**
 * Where each channel stands after `step` terms in all. A finished channel has the sum it came
 * with.
 */
export function channelProgress(
  channels: readonly SumChannel[],
  step: number,
): readonly ChannelProgress[] {
  let start = 0;
  return channels.map((channel) => {
    const added = Math.min(Math.max(step - start, 0), channel.terms.length);
    const progress = {
      start,
      added,
      sum: added === channel.terms.length ? channel.sum : sumOf(channel, added),
    };
    start += channel.terms.length;
    return progress;
  });
}

function sumOf(channel: SumChannel, count: number): number {
  return channel.terms.slice(0, count).reduce((sum, term) => Math.fround(sum + term.product), 0);
}
