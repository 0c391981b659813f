import { cellName } from "../words";
import { AxisSlider } from "./axis-slider";
import { NUMBERED, type PartProps } from "./ruler-props";

const HEIGHT = 48;

/** How often each cell is read, and by which weights the chosen one. */
export function Reads({ model, set }: PartProps) {
  const { state, cells, mostReads, readingSentence } = model;
  return (
    <section className="sr-reads" aria-label="Reads of each cell">
      <h4>How often is each cell read?</h4>
      <AxisSlider
        label="Cell to ask about"
        value={state.cell}
        count={cells.length}
        text={`${cellName(state, state.cell)}: ${cells[state.cell]!.reads} reads`}
        valueAt={(share) => share * cells.length - 0.5}
        onChange={(cell) => set({ cell })}
      >
        <svg
          className="sr-drawing"
          viewBox={`0 0 ${cells.length} ${HEIGHT}`}
          height={HEIGHT}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {cells.map(({ reads, kind }, cell) => {
            const height = (reads / Math.max(mostReads, 1)) * (HEIGHT - 2);
            return (
              <rect
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its position
                key={cell}
                className="sr-bar"
                data-kind={kind}
                data-shown={cell === state.cell || undefined}
                x={cell + 0.06}
                width={0.88}
                y={HEIGHT - Math.max(height, 2)}
                height={Math.max(height, 2)}
              />
            );
          })}
        </svg>
        {cells.length <= NUMBERED && (
          <div className="sr-numbers" aria-hidden="true">
            {cells.map(({ reads }, cell) => (
              // oxlint-disable-next-line react/no-array-index-key -- a cell is its position
              <span key={cell} data-tap={cell === state.cell || undefined}>
                {reads}
              </span>
            ))}
          </div>
        )}
      </AxisSlider>
      <p className="sr-sentence">{readingSentence}</p>
    </section>
  );
}
