import type { ConvStackResult, Tensor } from "../../compute/types";
import { layerName } from "./chain";
import { carried, type CarriedResult, type Depth, type Measure } from "./measures";
import { limitOf, scaleOf, type Painter } from "./paint";
import type { Reader } from "./reading";
import type { ShrinkState } from "./state";
import { traceOf } from "./trace";
import type { MapModel, ShrinkModel } from "./view-model";
import type { Way } from "./way";
import * as words from "./words";

/** What the figure has at hand to be looked at. */
export interface Findings {
  readonly state: ShrinkState;
  readonly way: Way;
  /** The picture. */
  readonly plane: Tensor;
  readonly waiting: Promise<void> | null;
  readonly kernelOf: (layer: number) => Float32Array | null;
  readonly paint: Painter;
  readonly measure: (data: Float32Array) => Measure;
  readonly read: Reader;
  /** The last answer, which may be to another question. */
  readonly result: ConvStackResult | CarriedResult | null;
  readonly current: boolean;
}

/** Longest side of a small picture, in pixels. */
const THUMB = 128;

export function deriveModel(findings: Findings): ShrinkModel {
  const { state, way, plane, kernelOf, measure, result } = findings;
  const { chain, cost } = way;
  const input: Depth = { side: state.side, measure: measure(plane.data), data: plane.data };
  const { depths, measures, size } = findings.read(result, findings.current, chain, input.measure);
  const at = (depth: number): Depth | null => (depth === 0 ? input : (depths[depth - 1] ?? null));
  const { depth } = state;
  const layer = chain.layers[depth - 1] ?? null;
  const before = depth > 0 ? mapModel(findings, depth - 1, at(depth - 1)) : null;
  const shown = mapModel(findings, depth, at(depth));
  const trace =
    findings.current && layer && before?.data && shown.data
      ? traceOf(layer, before.data, kernelOf(depth - 1), state)
      : null;
  const field = depth === 0 ? null : cost.layers[depth - 1]!.field;
  const format = result?.format ?? "float32";
  const strip = way.stops.map((stop) => mapModel(findings, stop, at(stop), THUMB));
  return {
    state,
    ...way,
    strip,
    stripTotal: strip.reduce((sum, { side }) => sum + side / state.side, 0),
    shown,
    before,
    layer,
    layerText: layer ? `layer ${depth}: ${layerName(layer)}` : "no layer yet",
    trace,
    output: shown.data ? shown.data[state.row * shown.side + state.column]! : null,
    fieldText: fieldText(state, field?.size),
    measures,
    size,
    picture: input.measure,
    signalText: words.signalText(input.measure, depths, format),
    waiting: findings.waiting,
    carried: () => (result && "maps" in result ? carried(result, depths) : null),
  };
}

function mapModel(
  { state, paint, way }: Findings,
  depth: number,
  found: Depth | null,
  longest = Infinity,
): MapModel {
  const measure = found?.measure ?? null;
  const scale = scaleOf(depth === 0 ? "picture" : state.display, measure);
  const data = found?.data ?? null;
  return {
    depth,
    side: way.chain.sides[depth]!,
    key: `depth-${depth}`,
    label: depth === 0 ? "The picture" : `Map at depth ${depth}`,
    picture: data && measure ? paint(data, scale, measure, longest) : null,
    scale,
    limit: limitOf(scale, measure),
    measure,
    rangeText:
      measure && [words.rangeText(measure), words.oddText(measure)].filter(Boolean).join(", "),
    data,
  };
}

function fieldText({ side }: ShrinkState, field: number | undefined): string {
  if (field === undefined) return "Each number is one cell of the picture.";
  const all = field >= side ? ", the whole picture" : "";
  return `Each number depends on ${field} × ${field} cells of the picture${all}.`;
}
