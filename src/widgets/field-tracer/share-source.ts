import type { ReceptiveFieldResult } from "../../compute/receptive-field";
import type { StillPicture } from "../../widget-kit/define-widget";
import type { Place } from "./place";
import {
  equalShares,
  measuredShares,
  paintShares,
  spreadOf,
  type Shares,
  type Spread,
} from "./share-map";
import { layersBelow, type Stack, type Unit } from "./stack";

/** Shares of a unit with their numbers. */
export interface Spreading {
  readonly shares: Shares;
  readonly spread: Spread;
}

/** Works out shares and their pictures once: colours, pixels and other states come back to them. */
export interface ShareSource {
  /** Equal weights'. */
  paths(stack: Stack, unit: Unit, place: Place): Spreading;
  measured(
    result: ReceptiveFieldResult,
    measure: "size" | "energy",
    place: Place,
    paths: Spreading,
  ): Spreading;
  picture(of: Spreading, scale: "linear" | "log", paths: Spreading): StillPicture;
}

const KEPT = 4;

export function createShareSource(): ShareSource {
  const kept = new Map<string, Spreading>();
  let last: { readonly of: readonly unknown[]; readonly found: Spreading } | null = null;
  const painted = new WeakMap<Spreading, Map<string, StillPicture>>();
  return {
    paths(stack, unit, { centre, seen }) {
      const key = JSON.stringify([stack.side, layersBelow(stack, unit), unit]);
      const paths = kept.get(key) ?? workedOut(equalShares(stack, unit), centre, seen);
      kept.delete(key);
      kept.set(key, paths);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return paths;
    },
    measured(result, measure, { centre, seen }, paths) {
      const asked = [result, measure, paths];
      if (!last?.of.every((one, at) => one === asked[at]))
        last = {
          of: asked,
          found: workedOut(measuredShares(result, measure), centre, seen, paths.shares),
        };
      return last.found;
    },
    picture(spreading, scale, paths) {
      const pictures = painted.get(spreading) ?? new Map<string, StillPicture>();
      painted.set(spreading, pictures);
      const { shares, spread } = spreading;
      const picture =
        pictures.get(scale) ?? paintShares(shares, scale, spread.largest, paths.shares);
      pictures.set(scale, picture);
      return picture;
    },
  };
}

function workedOut(
  shares: Shares,
  centre: Place["centre"],
  seen: Place["seen"],
  paths = shares,
): Spreading {
  return { shares, spread: spreadOf(shares, centre, seen, paths) };
}
