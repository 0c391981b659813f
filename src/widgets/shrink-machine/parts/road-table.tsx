import { memo, useDeferredValue, useMemo } from "react";
import { Button } from "../../../ui/button";
import { isRoad, roadFields, roadsFrom, roadWords, type Road } from "../roads";
import { takeRoad } from "../transitions";
import { agree, type PartProps } from "./props";

/** The chapter's roads from this picture to one number, with their prices side by side. */
export const RoadTable = memo(Table, agree(["side", ...roadFields, "every", "poolSize"]));

function Table({ model, set, pinned }: PartProps) {
  const { state } = model;
  // Six more chains: after the figure itself has followed the slider.
  const side = useDeferredValue(state.side);
  const roads = useMemo(() => roadsFrom(side), [side]);
  const held = roadFields.some(pinned);
  return (
    <section className="sm-roads" aria-label="Other roads">
      <p className="sm-roads-title">
        Other roads from {side} × {side}, one channel wide
      </p>
      <div className="sm-table" role="group" tabIndex={0} aria-label="The roads and their prices">
        <table>
          <thead>
            <tr>
              <th scope="col">Road</th>
              <th scope="col">Layers</th>
              <th scope="col">Weights</th>
              <th scope="col">Multiply-accumulates</th>
              <th scope="col">Maps kept</th>
              <th scope="col">Field</th>
              <th scope="col">Spread σ</th>
            </tr>
          </thead>
          <tbody>
            {roads.map((road) => (
              <Row
                key={road.id}
                road={road}
                current={isRoad(road, state)}
                held={held}
                onTake={() => set(takeRoad(road))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="sm-hint">
        Field: cells of the picture that the last number depends on, along one side; beyond the
        picture lies padding. Spread: how far they lie from the middle on average, weighted by their
        influence if all taps were alike (standard deviation, a pool counted as a mean).
      </p>
    </section>
  );
}

interface RowProps {
  readonly road: Road;
  readonly current: boolean;
  readonly held: boolean;
  readonly onTake: () => void;
}

function Row({ road, current, held, onTake }: RowProps) {
  const { sizes, numbers } = useMemo(() => roadWords(road), [road]);
  return (
    <tr data-current={current || undefined}>
      <th scope="row">
        <Button
          kind="quiet"
          pressed={current}
          disabled={held}
          label={`Take this road: ${road.name}`}
          onPress={onTake}
        >
          {road.name}
        </Button>
        <span className="sm-road-sizes">{sizes}</span>
      </th>
      {numbers.map((number, column) => (
        <td key={column}>{number}</td>
      ))}
    </tr>
  );
}
