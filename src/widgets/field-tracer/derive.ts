import type { ReceptiveFieldResult } from "../../compute/receptive-field";
import { formatInteger, formatNumber } from "../../core/format/number";
import { unitSpans } from "../../core/receptive-field/unit-field";
import { bellModel } from "./bell";
import { networkOf } from "./networks";
import { percent } from "./percent";
import type { TracedPicture } from "./picture";
import { placeOf, type Place } from "./place";
import { jumpProduct, layerRows, sizeSum } from "./rows";
import { createShareSource, type ShareSource } from "./share-source";
import { mostSeeds, stackOf, unitOf, type Stack, type Unit } from "./stack";
import type { FieldTracerState } from "./state";
import type { FieldFact, FieldTracerModel } from "./view-model";

const missingPicture =
  "This link was made with a picture that never left its reader’s page; the still life stands in.";

/** Everything the eye and the ear need; `hasOwn` says whether the reader's picture is there. */
export function deriveModel(
  state: FieldTracerState,
  stack: Stack,
  result: ReceptiveFieldResult | null,
  picture: TracedPicture,
  source: ShareSource,
  hasOwn: boolean,
): FieldTracerModel {
  const unit = unitOf(stack, state);
  const place = placeOf(stack, unit);
  const most = { seeds: mostSeeds(stack, unit, state.channels, state.relu) };
  return {
    state,
    about: networkOf(state.net)?.about ?? "A stack of your own.",
    stack,
    unit,
    layerName: layerName(stack, unit.depth),
    ...place,
    spans: unitSpans(stack.layers.slice(0, unit.depth), stack.sizes, unit.column),
    facts: factsOf(stack, unit, place),
    rows: layerRows(stack, unit.depth),
    picture: picture.shown,
    picturesWait: picture.waiting,
    note: state.picture === "own" && !hasOwn ? missingPicture : cutNote(stack),
    most,
    bell:
      state.bell && unit.depth > 0
        ? bellModel({ state, stack, unit, place, result, source }, most.seeds)
        : null,
    truth: chainTruth(),
    asked: state.net === "chain" && state.weights === "equal" && unit.depth === stack.layers.length,
  };
}

function layerName(stack: Stack, depth: number): string {
  const layer = stack.layers[depth - 1];
  return layer ? `${layer.name}, layer ${depth} of ${stack.layers.length}` : "the input";
}

function cutNote({ cut, layers, sizes }: Stack): string | null {
  if (cut === 0) return null;
  const [at, size] = [layers.length, sizes.at(-1)!];
  return (
    `No window of layer ${at + 1} fits a map of ${size} × ${size}, so the stack ends at ` +
    `${at === 0 ? "the input" : `layer ${at}`}; ${cut} ${cut === 1 ? "layer is" : "layers are"} left out.`
  );
}

function factsOf(stack: Stack, { depth }: Unit, place: Place): readonly FieldFact[] {
  const { field, onPadding, seen } = place;
  const side = formatInteger(field.size);
  const first = stack.layers.slice(0, depth);
  const shifts = first.some(({ padding = 0 }) => padding > 0) ? "(d(k − 1)/2 − p)" : "d(k − 1)/2";
  return [
    { name: "Size", value: `${side} × ${side}`, work: sizeSum(stack, depth) },
    { name: "Jump", value: formatInteger(field.jump), work: jumpProduct(stack, depth) },
    {
      name: "Start",
      value: formatNumber(field.start),
      work: depth === 0 ? "the first pixel" : `Σ ${shifts} · j, layer by layer`,
    },
    {
      name: "On the picture",
      value: `${formatInteger(seen.rows)} × ${formatInteger(seen.columns)}`,
      work:
        onPadding > 0 ? `${percent(onPadding)} of the field lies on padding` : "all of the field",
    },
  ];
}

/** The 95 % square of the whole chain, by the very functions that the figure shows. */
const chainTruth = once(() => {
  const stack = stackOf({ net: "chain", layers: [], side: 0 });
  const unit = unitOf(stack, { depth: -1, row: -1, column: -1 });
  const { square } = createShareSource().paths(stack, unit, placeOf(stack, unit)).spread;
  return `${square} × ${square} pixels`;
});

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}
