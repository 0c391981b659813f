import { middleOf } from "../../../core/detection/place";
import { SCENE_SIDE } from "../../../core/detection/scene";
import { formatNumber } from "../../../core/format/number";
import { Button } from "../../../ui/button";
import { Slider } from "../../../ui/slider";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import type { Cell } from "../../../viz/map/cell";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { BEST, NONE, type DuelState } from "../state";
import type { FinderModel } from "../view-model";
import { held, type DuelProps } from "./duel-props";
import { Marks } from "./marks";

/** A kernel's answers, laid where the middle of its window lay, and what its threshold lets pass. */
export function ResponseMap(props: DuelProps & { readonly finder: FinderModel }) {
  const { model, set, stills, finder } = props;
  const { side, shift, found, range, limit } = finder;
  const field = finder.index === 0 ? "cutA" : "cutB";
  const setCut = (cut: number) => set({ [field]: cut } as Partial<DuelState>);
  const inMap = ({ row, column }: Cell) => ({ row: row - shift, column: column - shift });
  const inScene = ({ row, column }: Cell) => ({ row: row + shift, column: column + shift });
  const chosen = inMap(model.place);
  const inside =
    Math.min(chosen.row, chosen.column) >= 0 && Math.max(chosen.row, chosen.column) < side;
  const before = middleOf(model.scene.objectSize);
  return (
    <figure className="od-map">
      <figcaption className="od-name">
        Answers of the {finder.name}, {side} × {side}
        {found && (
          <strong className="od-score">
            {found.hits} of {model.scene.objects.length}
          </strong>
        )}
      </figcaption>
      <div className="od-stack">
        <MapCanvas
          label={`answers of the ${finder.name} ${finder.kind}`}
          rows={side}
          columns={side}
          view={{ row: -shift, column: -shift, rows: SCENE_SIDE, columns: SCENE_SIDE }}
          picture={finder.picture}
          still={stills[finder.key]}
          selected={inside ? chosen : null}
          onCell={(cell, gesture) => gesture !== "hover" && set(inScene(cell))}
          describeCell={(cell) => describeAnswer(finder, inScene(cell))}
        />
        <Marks>
          {found?.missed.map(({ row, column }) => (
            <rect
              key={`${row},${column}`}
              className="od-missed"
              x={column - before - 0.75}
              y={row - before - 0.75}
              width={model.scene.objectSize + 1.5}
              height={model.scene.objectSize + 1.5}
            />
          ))}
          {found?.finds.map(({ row, column, kind }) =>
            kind === "hit" ? (
              <Ring key={`${row},${column}`} row={row} column={column} />
            ) : (
              <Cross key={`${row},${column}`} row={row} column={column} />
            ),
          )}
        </Marks>
      </div>
      {range && limit !== null && (
        <ScaleLegend
          scale={{ kind: "signed", limit: "auto" }}
          limit={limit}
          range={range}
          label="answers"
          compact
        />
      )}
      {found && (
        <div className="od-threshold">
          <Slider
            label={`Threshold of the ${finder.name}`}
            value={found.threshold.percent}
            min={0}
            max={NONE}
            step={1}
            format={found.threshold.text}
            {...held(props, field)}
            onChange={setCut}
          />
          <Button
            pressed={found.threshold.best}
            disabled={props.pinned.has(field)}
            onPress={() => setCut(found.threshold.best ? found.threshold.percent : BEST)}
          >
            Best threshold
          </Button>
        </div>
      )}
    </figure>
  );
}

function describeAnswer({ traceAt }: FinderModel, place: Cell): string {
  const trace = traceAt(place);
  const answer = trace ? `answer ${formatNumber(trace.output)}` : "the window does not fit";
  return `row ${place.row}, column ${place.column}: ${answer}`;
}

function Ring({ row, column }: Cell) {
  const at = { cx: column + 0.5, cy: row + 0.5, r: 2.6 };
  return (
    <>
      <circle className="od-halo" {...at} />
      <circle className="od-hit" {...at} />
    </>
  );
}

function Cross({ row, column }: Cell) {
  const [x, y] = [column + 0.5, row + 0.5];
  const path = `M${x - 1.5} ${y - 1.5}l3 3M${x + 1.5} ${y - 1.5}l-3 3`;
  return (
    <>
      <path className="od-halo" d={path} />
      <path className="od-false" d={path} />
    </>
  );
}
