import { summarize, type NetworkSummary } from "../../core/arch/summary";
import type { Layer, Network } from "../../core/network/layer";
import type { Block } from "./blocks";
import type { DigitTrainerState } from "./state";

type NetworkState = Pick<
  DigitTrainerState,
  "blocks" | "activation" | "hidden" | "head" | "norm" | "batch"
>;

/** Most multiply-accumulates that a step may take forward: 2 · 10⁹, as the engine says with the way back. */
const STEP_MACS = 2e9;

/** A network that can be, and what of the wish had to give way. */
export interface Fitted {
  readonly blocks: readonly Block[];
  readonly batch: number;
  readonly network: Network;
  readonly summary: NetworkSummary;
  /** One sentence for each thing that was changed; empty when all fits. */
  readonly notes: readonly string[];
}

/**
 * The nearest network that fits a picture: a kernel larger than its map is padded, a pool without
 * room is left out, and a batch too dear for one step is made smaller.
 */
export function fitNetwork(
  state: NetworkState,
  inputShape: readonly number[],
  classes: number,
): Fitted {
  const notes: string[] = [];
  let side = Math.min(inputShape[0]!, inputShape[1]!);
  const blocks = state.blocks.map((block, at): Block => {
    const name = `Block ${at + 1}`;
    let fitted = block;
    if (block.padding === "valid" && side < block.size) {
      notes.push(
        `${name} gets maps of ${side} × ${side}, too small for a ${block.size} × ${block.size} kernel without padding, so they are padded.`,
      );
      fitted = { ...fitted, padding: "same" };
    }
    const room = fitted.padding === "same" ? side : side - block.size + 1;
    side = Math.ceil(room / block.stride);
    if (block.pool !== "none" && side < 2) {
      notes.push(
        `${name} makes maps of ${side} × ${side}, too small for a 2 × 2 pool, so there is none.`,
      );
      fitted = { ...fitted, pool: "none" };
    }
    if (fitted.pool !== "none") side = Math.floor(side / 2);
    return fitted;
  });
  const network = { inputShape, layers: layersOf({ ...state, blocks }, classes) };
  const summary = summarize(network);
  const most = Math.max(Math.floor(STEP_MACS / summary.macs), 1);
  if (state.batch > most)
    notes.push(
      `A step on ${state.batch} pictures would need too many products with this network, so batches have ${most}.`,
    );
  return { blocks, batch: Math.min(state.batch, most), network, summary, notes };
}

function layersOf(state: Omit<NetworkState, "batch">, classes: number): readonly Layer[] {
  const { blocks, activation, hidden, head, norm } = state;
  const bent: readonly Layer[] =
    activation === "identity" ? [] : [{ kind: "activation", activation }];
  return [
    ...blocks.flatMap((block): readonly Layer[] => [
      {
        kind: "conv",
        filters: block.filters,
        size: block.size,
        padding: block.padding,
        ...(block.stride === 2 && { stride: 2 }),
      },
      ...(norm ? [{ kind: "batchNorm" } as const] : []),
      ...bent,
      ...(block.pool === "none" ? [] : [poolLayer(block.pool)]),
    ]),
    ...(head === "average" ? [{ kind: "globalAverage" } as const] : []),
    { kind: "flatten" },
    ...(hidden > 0 ? [{ kind: "dense", units: hidden } as const, ...bent] : []),
    { kind: "dense", units: classes },
  ];
}

const poolLayer = (pool: "max" | "average") =>
  ({ kind: pool === "max" ? "maxPool" : "averagePool", size: 2 }) as const;

/** Paths of the convolutions, in order. */
export function convPaths({ layers }: Network): readonly string[] {
  return layers.flatMap(({ kind }, at) => (kind === "conv" ? [String(at)] : []));
}

/** A learning layer's name: "conv 1", "dense", "dense 2". */
export function layerNames({ layers }: Network): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  let convs = 0;
  const denses = layers.filter(({ kind }) => kind === "dense").length;
  let dense = 0;
  layers.forEach(({ kind }, at) => {
    if (kind === "conv") names[at] = `conv ${++convs}`;
    else if (kind === "dense") names[at] = denses > 1 ? `dense ${++dense}` : "dense";
    else if (kind === "batchNorm") names[at] = `norm ${convs}`;
  });
  return names;
}
