import type { Tier } from "../../compute/types";

type TierChoice = Tier | "auto";

const KEY = "receptive.tier";
const TIERS: readonly string[] = ["webgl-f32", "webgl-f16", "wasm", "cpu"] satisfies Tier[];

/** The tier that the reader asked for on this visit; auto where storage is closed to the page. */
export function loadTier(): TierChoice {
  try {
    const tier = sessionStorage.getItem(KEY) ?? "";
    return TIERS.includes(tier) ? (tier as Tier) : "auto";
  } catch {
    return "auto";
  }
}

/** Keeps it for the pages of this visit, where storage allows. */
export function saveTier(tier: TierChoice): void {
  try {
    sessionStorage.setItem(KEY, tier);
  } catch {
    // A sandbox: the choice holds for this page.
  }
}
