import type { ColorScale } from "../../compute/types";
import type { Picture } from "../../viz/map/picture";
import type { Chain, ChainLayer } from "./chain";
import type { ChainCost } from "./costs";
import type { CarriedResult, Measure } from "./measures";
import type { Profile } from "./profile";
import type { Remedy } from "./remedies";
import type { ShrinkState } from "./state";
import type { Trace } from "./trace";

/** One depth as a picture with its scale. */
export interface MapModel {
  readonly depth: number;
  readonly side: number;
  /** Name of its still in the served page. */
  readonly key: string;
  readonly label: string;
  readonly picture: Picture | null;
  readonly scale: ColorScale;
  readonly limit: number;
  readonly measure: Measure | null;
  /** E.g. "0.21 to 0.58"; `null` before the first answer. */
  readonly rangeText: string | null;
  /** Row by row; `null` where only the picture is at hand. */
  readonly data: Float32Array | null;
}

/** A number of the chain with its name and how it comes about. */
export interface ShrinkFact {
  readonly name: string;
  readonly value: string;
  readonly work: string;
}

export interface ShrinkModel {
  readonly state: ShrinkState;
  readonly chain: Chain;
  readonly cost: ChainCost;
  /** `199x199 > 197x197 > … > 1x1`, as the notes print it. */
  readonly chainText: string;
  /** What came out, one sentence. */
  readonly verdict: string;
  /** Why it does not reach 1 × 1; `null` where it does. */
  readonly trouble: string | null;
  readonly remedies: readonly Remedy[];
  /** Largest picture for this kind of chain, and why; `null` for no limit below 512. */
  readonly sideLimit: { readonly most: number; readonly reason: string | null };
  readonly facts: readonly ShrinkFact[];
  /** Depths that the strip shows. */
  readonly stops: readonly number[];
  /** Depths on the way, the picture first and the last map last; and their sides over the picture's, summed. */
  readonly stripTotal: number;
  readonly strip: readonly MapModel[];
  /** The map that is looked at, and the one it was made from; `null` at the picture itself. */
  readonly shown: MapModel;
  readonly before: MapModel | null;
  readonly layer: ChainLayer | null;
  /** What the layer did, e.g. "layer 12: 3×3". */
  readonly layerText: string;
  /** `null` at the picture, and before the first answer. */
  readonly trace: Trace | null;
  /** The cell's number as it was kept. */
  readonly output: number | null;
  /** Receptive field of a unit of the shown map. */
  readonly fieldText: string;
  /** Depths after the picture, measured; empty before the first answer. */
  readonly measures: readonly Measure[];
  readonly picture: Measure;
  /** Work of every layer; `null` of no layer. */
  readonly work: Profile | null;
  /** Size of every depth's numbers; the picture's alone before an answer, `null` of no layer. */
  readonly size: Profile | null;
  /** What happens to the numbers on the way down, from the measures. */
  readonly signalText: string;
  /** Settles when the picture itself can take the place of the one that stands in; else `null`. */
  readonly waiting: Promise<void> | null;
  /** For the served page, which alone asks for it; `null` before the answer. */
  readonly carried: () => CarriedResult | null;
}
