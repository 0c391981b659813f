import type { ConvGeometry } from "../../../core/conv/geometry";

/** A map of the running convolution, before bias and activation. */
export interface MapKey {
  readonly outChannel: number;
  /** Counted within the group; absent for the sum over all of the group's input channels. */
  readonly inChannel?: number;
}

/** Maps made in one go; `M` is a tier's own form of one map. */
export interface ConvMaps<M> {
  /** The map of a key that was asked for. */
  get(key: MapKey): M;
  /** Frees every map; the maker of the maps calls it. */
  release(): void;
}

export function mapName({ outChannel, inChannel }: MapKey): string {
  return inChannel === undefined ? `${outChannel}` : `${outChannel}.${inChannel}`;
}

/** Each key once, in order of first appearance. */
export function distinct(keys: readonly MapKey[]): readonly MapKey[] {
  return [...new Map(keys.map((key) => [mapName(key), key])).values()];
}

/** Input channels of one group. */
export function groupInputs(g: ConvGeometry): number {
  return g.inChannels / g.groups;
}

/** The group that an output channel belongs to. */
export function groupOf(g: ConvGeometry, outChannel: number): number {
  return Math.floor(outChannel / (g.outChannels / g.groups));
}
