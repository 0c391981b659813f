import type { FieldLayer } from "../../core/receptive-field/cone";
import type { Cell } from "../../viz/map/cell";
import { layerRuns, legalLayer, MOST_LAYERS, type LayerRun } from "./layers-codec";
import { chosenLayers, stackOf, unitOf, type Stack, type Unit } from "./stack";
import type { FieldTracerState } from "./state";

type Change = Partial<FieldTracerState>;

/** Another stack: its last layer, the middle unit. */
export function chooseNetwork(net: FieldTracerState["net"]): Change {
  return { net, depth: -1, row: -1, column: -1, pixelRow: -1, pixelColumn: -1 };
}

const held = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);

/** The unit of a layer whose field has its middle nearest to a place of the input. */
export function unitLookingAt(stack: Stack, depth: number, place: Cell): Unit {
  const { start, jump } = stack.fields[depth]!;
  const size = stack.sizes[depth]!;
  const at = (cell: number) => held(Math.round((cell - start) / jump), size);
  return { depth, row: at(place.row), column: at(place.column) };
}

const chosen = ({ depth, row, column }: Unit): Change => ({
  depth,
  row,
  column,
  pixelRow: -1,
  pixelColumn: -1,
});

/** The unit above or below that looks at the same place. */
export function atDepth(state: FieldTracerState, depth: number): Change {
  const stack = stackOf(state);
  const unit = unitOf(stack, state);
  const to = held(depth, stack.layers.length + 1);
  const { start, jump } = stack.fields[unit.depth]!;
  return chosen(
    unitLookingAt(stack, to, { row: start + unit.row * jump, column: start + unit.column * jump }),
  );
}

/** Layers up or down, at the same place. */
export function moveDepth(state: FieldTracerState, layers: number): Change {
  return atDepth(state, unitOf(stackOf(state), state).depth + layers);
}

/** A pixel pointed at, at the depth that is looked at. */
export function lookAt(state: FieldTracerState, place: Cell): Change {
  const stack = stackOf(state);
  return chosen(unitLookingAt(stack, unitOf(stack, state).depth, place));
}

/** Units to the side, by rows and columns. */
export function moveUnit(state: FieldTracerState, rows: number, columns: number): Change {
  const stack = stackOf(state);
  const unit = unitOf(stack, state);
  const size = stack.sizes[unit.depth]!;
  return chosen({
    depth: unit.depth,
    row: held(unit.row + rows, size),
    column: held(unit.column + columns, size),
  });
}

/** The stack in the reader's hands, with runs of layers as they are after a change. */
function withRuns(state: FieldTracerState, change: (runs: LayerRun[]) => LayerRun[]): Change {
  const runs = change([...layerRuns(chosenLayers(state))]);
  const layers = runs
    .flatMap(({ layer, times }) => Array.from({ length: times }, () => legalLayer(layer)))
    .slice(0, MOST_LAYERS);
  return { ...chooseNetwork("own"), net: "own", layers, side: stackOf(state).side };
}

/** The stack that is shown, to be changed. */
export function editStack(state: FieldTracerState): Change {
  return withRuns(state, (runs) => runs);
}

export function changeRun(
  state: FieldTracerState,
  at: number,
  change: Partial<FieldLayer> & { readonly times?: number },
): Change {
  return withRuns(state, (runs) =>
    runs.map((run, index) => {
      if (index !== at) return run;
      const { times = run.times, ...layer } = change;
      return { ...run, times, layer: { ...run.layer, ...layer } };
    }),
  );
}

export function removeRun(state: FieldTracerState, at: number): Change {
  return withRuns(state, (runs) =>
    runs.length < 2 ? runs : runs.filter((_, index) => index !== at),
  );
}

export function addLayer(state: FieldTracerState, layer: FieldLayer): Change {
  return withRuns(state, (runs) => [...runs, { layer, from: 0, times: 1 }]);
}
