import type { RulerModel } from "../model";
import { windowCells } from "../words";
import { AxisSlider } from "./axis-slider";
import { NUMBERED, type PartProps } from "./ruler-props";

const CELLS = 40;
const GAP = 6;
/** Height of all places together: they get thinner where there are many. */
const PLACES = 110;
const THICKEST = 11;
const OUTPUT = 28;
/** Bars drawn at most; beyond, a place is one bar whatever its dilation. */
const MOST_BARS = 600;

/** The window on the cells, every place it can stand at below, and under each its output. */
export function Ruler({ model, set }: PartProps) {
  const { state, outputs, cells } = model;
  if (outputs === null) return <Misfit model={model} />;
  const { stride } = state;
  const middle = model.reach / 2;
  return (
    <AxisSlider
      label="The window on the ruler"
      value={state.at}
      count={outputs}
      text={`window ${state.at + 1} of ${outputs}: ${windowCells(state, state.at)}`}
      valueAt={(share) => (share * cells.length - middle) / stride}
      onChange={(at) => set({ at })}
    >
      <CellNumbers model={model} />
      <Places model={model} outputs={outputs} />
    </AxisSlider>
  );
}

function CellNumbers({ model: { cells, state } }: Pick<PartProps, "model">) {
  if (cells.length > NUMBERED) return null;
  return (
    <div className="sr-numbers" aria-hidden="true">
      {cells.map(({ kind, tap }, cell) => (
        // oxlint-disable-next-line react/no-array-index-key -- a cell is its position
        <span key={cell} data-tap={tap !== null || undefined}>
          {kind === "input" ? cell - state.before + 1 : "·"}
          {tap !== null && <small>w{tap}</small>}
        </span>
      ))}
    </div>
  );
}

const kindOf = ({ kind, leftOver }: RulerModel["cells"][number]) => (leftOver ? "left-over" : kind);

function CellRow({ model: { cells } }: Pick<PartProps, "model">) {
  return cells.map((cell, at) => (
    <rect
      // oxlint-disable-next-line react/no-array-index-key -- a cell is its position
      key={at}
      className="sr-cell"
      data-kind={kindOf(cell)}
      x={at}
      width={1}
      height={CELLS}
    />
  ));
}

function Places({ model, outputs }: Pick<PartProps, "model"> & { readonly outputs: number }) {
  const { state, cells, reach } = model;
  const { at, stride, dilation, kernel } = state;
  const rise = Math.min(PLACES / outputs, THICKEST);
  const bar = Math.max(rise - (rise > 5 ? 3 : rise > 2 ? 1 : 0), rise / 2);
  const whole = dilation === 1 || outputs * kernel > MOST_BARS;
  const bars = whole ? [0] : Array.from({ length: kernel }, (_, tap) => tap * dilation);
  const below = CELLS + GAP + rise * outputs + GAP;
  const width = Math.min(stride, 1);
  return (
    <svg
      className="sr-drawing"
      viewBox={`0 0 ${cells.length} ${below + OUTPUT}`}
      height={below + OUTPUT}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <CellRow model={model} />
      {cells.map(
        ({ tap }, cell) =>
          tap !== null && (
            <rect key={tap} className="sr-tap" x={cell} width={1} y={0} height={CELLS} />
          ),
      )}
      <rect className="sr-window" x={at * stride} width={reach} y={0} height={CELLS} />
      {Array.from({ length: outputs }, (_, place) => (
        <g key={place} data-shown={place === at || undefined} className="sr-place">
          {bars.map((from) => (
            <rect
              key={from}
              x={place * stride + from + 0.06}
              width={(whole ? reach : 1) - 0.12}
              y={CELLS + GAP + place * rise}
              height={bar}
            />
          ))}
          <rect
            className="sr-output"
            x={place * stride + (reach - width) / 2}
            width={width}
            y={below}
            height={OUTPUT - 1}
          />
        </g>
      ))}
    </svg>
  );
}

/** A window longer than the ruler it should lie on. */
function Misfit({ model }: { readonly model: RulerModel }) {
  const { cells, reach, state } = model;
  return (
    <svg
      className="sr-drawing"
      viewBox={`0 0 ${reach} ${2 * CELLS + GAP}`}
      height={2 * CELLS + GAP}
      preserveAspectRatio="none"
      role="img"
      aria-label={`A window that spans ${reach} cells over a ruler of ${cells.length}`}
    >
      <CellRow model={model} />
      {Array.from({ length: state.kernel }, (_, tap) => (
        <rect
          key={tap}
          className="sr-tap"
          data-outside={tap * state.dilation >= cells.length || undefined}
          x={tap * state.dilation}
          width={1}
          y={CELLS + GAP}
          height={CELLS}
        />
      ))}
      <rect className="sr-window" x={0} width={reach} y={CELLS + GAP} height={CELLS} />
    </svg>
  );
}
