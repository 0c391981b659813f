import type { ConvStackResult, Tensor } from "../../compute/types";
import { formatInteger, formatNumber } from "../../core/format/number";
import { layerName, type Chain } from "./chain";
import type { ChainCost, Road } from "./costs";
import { carried, depthsOf, measureOf, type CarriedResult, type Depth } from "./measures";
import { limitOf, scaleOf, type Painter } from "./paint";
import { remediesFor } from "./remedies";
import { largestSide } from "./repair";
import type { Recipe, ShrinkState } from "./state";
import { traceOf } from "./trace";
import type { MapModel, RoadRow, ShrinkFact, ShrinkModel } from "./view-model";
import * as words from "./words";

/** What the figure has at hand to be looked at. */
export interface Findings {
  readonly state: ShrinkState;
  readonly chain: Chain;
  readonly cost: ChainCost;
  readonly roads: readonly Road[];
  readonly plane: Tensor;
  readonly waiting: Promise<void> | null;
  readonly kernelOf: (layer: number) => Float32Array | null;
  readonly paint: Painter;
  readonly result: ConvStackResult | CarriedResult | null;
}

/** Pictures in the row that shows the way down. */
const STRIP = 9;

export function deriveModel(findings: Findings): ShrinkModel {
  const { state, chain, cost, plane, kernelOf } = findings;
  const depths = fitting(findings.result, chain);
  const input: Depth = { side: state.side, measure: measureOf(plane.data), data: plane.data };
  const at = (depth: number): Depth | null => (depth === 0 ? input : (depths[depth - 1] ?? null));
  const map = (depth: number): MapModel => mapModel(findings, depth, at(depth));
  const { depth } = state;
  const layer = chain.layers[depth - 1] ?? null;
  const before = depth > 0 ? map(depth - 1) : null;
  const shown = map(depth);
  const kernel = layer && kernelOf(depth - 1);
  const trace =
    layer && before?.data && shown.data ? traceOf(layer, before.data, kernel, state) : null;
  const field = depth === 0 ? null : cost.layers[depth - 1]!.field?.rows;
  const format = findings.result?.format ?? "float32";
  const most = largestSide(state);
  return {
    state,
    chain,
    cost,
    chainText: words.chainText(chain),
    verdict: words.verdictText(chain),
    trouble: words.troubleText(state, chain),
    remedies: remediesFor(state),
    sideLimit: {
      most,
      reason:
        most < 512 ? `From ${most + 1} on, all maps together are too much for one page.` : null,
    },
    facts: factsOf(chain, cost),
    roads: findings.roads.map((road) => roadRow(road, state)),
    strip: stripDepths(chain.layers.length).map(map),
    shown,
    before,
    layer,
    layerText: layer ? `layer ${depth}: ${layerName(layer)}` : "no layer yet",
    trace,
    output: shown.data ? shown.data[state.row * shown.side + state.column]! : null,
    fieldText: fieldText(state, field?.size),
    measures: depths.map(({ measure }) => measure),
    picture: input.measure,
    signalText: words.signalText(input.measure, depths, format),
    waiting: findings.waiting,
    carried: findings.result && "maps" in findings.result ? carried(findings.result, depths) : null,
  };
}

/** The depths of an answer, or none where it answers to another chain. */
function fitting(
  result: ConvStackResult | CarriedResult | null,
  { sides }: Chain,
): readonly Depth[] {
  if (!result) return [];
  const depths = depthsOf(result);
  const same =
    depths.length === sides.length - 1 && depths.every(({ side }, at) => side === sides[at + 1]);
  return same ? depths : [];
}

function mapModel({ state, paint, chain }: Findings, depth: number, found: Depth | null): MapModel {
  const side = chain.sides[depth]!;
  const measure = found?.measure ?? null;
  const scale = depth === 0 ? scaleOf("picture", measure) : scaleOf(state.display, measure);
  return {
    depth,
    side,
    key: `depth-${depth}`,
    label: depth === 0 ? "The picture" : `Map at depth ${depth}`,
    picture: found?.data && measure ? paint(found.data, scale, measure) : null,
    scale,
    limit: limitOf(scale, measure),
    measure,
    rangeText:
      measure && [words.rangeText(measure), words.oddText(measure)].filter(Boolean).join(", "),
    data: found?.data ?? null,
  };
}

function stripDepths(layers: number): readonly number[] {
  if (layers < STRIP) return Array.from({ length: layers + 1 }, (_, depth) => depth);
  const shares = [0, 0.03, 0.12, 0.25, 0.45, 0.65, 0.82, 0.94, 1];
  return [...new Set(shares.map((share) => Math.round(share * layers)))];
}

function factsOf({ layers }: Chain, cost: ChainCost): readonly ShrinkFact[] {
  const macs = cost.layers.map((layer) => layer.macs);
  const first = macs.find((count) => count > 0) ?? 0;
  const last = macs.findLast((count) => count > 0) ?? 0;
  const convs = layers.filter(({ kind }) => kind === "conv").length;
  return [
    {
      name: "Parameters",
      value: formatInteger(cost.parameters),
      work: `${formatInteger(cost.weights)} weights and ${formatInteger(convs)} biases`,
    },
    {
      name: "Multiply-accumulates",
      value: formatInteger(cost.macs),
      work: `the first layer ${formatInteger(first)}, the last ${formatInteger(last)}`,
    },
    {
      name: "Maps kept",
      value: words.bytesText(cost.kept),
      work: `${formatInteger(cost.kept)} numbers of 4 bytes`,
    },
    {
      name: "Receptive field at the end",
      value: `${formatInteger(cost.field)} × ${formatInteger(cost.field)}`,
      work: `with all taps alike a bell, σ = ${formatNumber(cost.spread)} cells`,
    },
  ];
}

const fields = [
  "kernelSize",
  "stride",
  "padding",
  "dilation",
  "pool",
  "averageAt",
] as const satisfies readonly (keyof Recipe)[];

function roadRow(road: Road, state: ShrinkState): RoadRow {
  const { chain, cost, recipe } = road;
  return {
    road,
    current:
      fields.every((name) => recipe[name] === state[name]) &&
      (state.pool === "none" || (state.every === 1 && state.poolSize === 2)),
    sizes: words.sizesText(chain) + (chain.ending === "one" ? "" : ", and no further"),
    layers: formatInteger(chain.layers.length),
    weights: formatInteger(cost.weights),
    parameters: formatInteger(cost.parameters),
    macs: formatInteger(cost.macs),
    kept: words.bytesText(cost.kept),
    field: formatInteger(cost.field),
    spread: formatNumber(cost.spread),
  };
}

function fieldText({ side }: ShrinkState, field: number | undefined): string {
  if (field === undefined) return "Each number is one cell of the picture.";
  const all = field >= side ? ", the whole picture" : "";
  return `Each number depends on ${field} × ${field} cells of the picture${all}.`;
}
