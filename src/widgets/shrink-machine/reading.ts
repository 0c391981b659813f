import type { ConvStackResult } from "../../compute/types";
import type { Chain } from "./chain";
import { depthsOf, type CarriedResult, type Depth, type Measure } from "./measures";
import { sizeProfile, type Profile } from "./profile";

/** What an answer says of the chain that is looked at. */
export interface Reading {
  /** First layer first; none where it answers to another chain, or is the page's and to another state. */
  readonly depths: readonly Depth[];
  readonly measures: readonly Measure[];
  readonly size: Profile | null;
}

export type Reader = (
  result: ConvStackResult | CarriedResult | null,
  /** Whether it answers to this very state. */
  current: boolean,
  chain: Chain,
  picture: Measure,
) => Reading;

/** Reads answers; the newest reading is kept, as moving through the depths changes nothing of it. */
export function createReader(): Reader {
  let kept: { readonly asked: Parameters<Reader>; readonly reading: Reading } | null = null;
  return (...asked) => {
    if (!kept?.asked.every((one, at) => one === asked[at]))
      kept = { asked, reading: read(...asked) };
    return kept.reading;
  };
}

function read(...[result, current, chain, picture]: Parameters<Reader>): Reading {
  const depths = fitting(result, current, chain);
  const measures = depths.map(({ measure }) => measure);
  const format = result?.format ?? "float32";
  return { depths, measures, size: sizeProfile(picture, measures, format, chain.layers.length) };
}

function fitting(
  result: Parameters<Reader>[0],
  current: boolean,
  { sides }: Chain,
): readonly Depth[] {
  if (!result || ("measures" in result && !current)) return [];
  const depths = depthsOf(result);
  const same =
    depths.length === sides.length - 1 && depths.every(({ side }, at) => side === sides[at + 1]);
  return same ? depths : [];
}
