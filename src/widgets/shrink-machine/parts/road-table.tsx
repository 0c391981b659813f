import { memo } from "react";
import { Button } from "../../../ui/button";
import { takeRoad } from "../transitions";
import type { RoadRow } from "../view-model";
import type { PartProps } from "./props";

const recipeFields = ["kernelSize", "stride", "padding", "dilation", "pool", "averageAt"] as const;

interface RoadTableProps extends Pick<PartProps, "set" | "pinned"> {
  readonly roads: readonly RoadRow[];
  readonly side: number;
}

/** The chapter's roads from this picture to one number, with their prices side by side. */
export const RoadTable = memo(function RoadTable({ roads, side, set, pinned }: RoadTableProps) {
  const held = recipeFields.some(pinned);
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
            {roads.map((row) => (
              <Row key={row.road.id} row={row} held={held} onTake={() => set(takeRoad(row.road))} />
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
});

interface RowProps {
  readonly row: RoadRow;
  readonly held: boolean;
  readonly onTake: () => void;
}

function Row({ row, held, onTake }: RowProps) {
  return (
    <tr data-current={row.current || undefined}>
      <th scope="row">
        <Button
          kind="quiet"
          pressed={row.current}
          disabled={held}
          label={`Take this road: ${row.road.name}`}
          onPress={onTake}
        >
          {row.road.name}
        </Button>
        <span className="sm-road-sizes">{row.sizes}</span>
      </th>
      <td>{row.layers}</td>
      <td>{row.weights}</td>
      <td>{row.macs}</td>
      <td>{row.kept}</td>
      <td>{row.field}</td>
      <td>{row.spread}</td>
    </tr>
  );
}
