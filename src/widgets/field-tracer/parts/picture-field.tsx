import { memo } from "react";
import { MapCanvas, type CellGesture } from "../../../viz/map/map-canvas";
import type { Cell } from "../../../viz/map/cell";
import { lookAt, moveUnit } from "../transitions";
import { FieldMark } from "./field-mark";
import type { PartProps } from "./tracer-props";

interface PictureFieldProps extends PartProps {
  readonly id: string;
  readonly still: string | undefined;
}

/** The picture with the unit's field on it; pointing at a pixel takes the unit that looks there. */
export const PictureField = memo(function PictureField({
  model,
  set,
  pinned,
  id,
  still,
}: PictureFieldProps) {
  const { stack, view, region, unit, field, picture, layerName } = model;
  const middle = middlePixel(model.centre, stack.side);
  const fixed = pinned("row") && pinned("column");

  function onCell(cell: Cell, gesture: CellGesture) {
    if (gesture === "hover") return;
    if (gesture !== "key") return set((state) => lookAt(state, cell));
    // A key moves by one unit, however many pixels those are apart.
    const steps = (to: number, from: number) => {
      const pixels = to - from;
      return (
        Math.sign(pixels) * Math.ceil(Math.abs(pixels) / (Math.abs(pixels) > 1 ? field.jump : 1))
      );
    };
    set((state) => moveUnit(state, steps(cell.row, middle.row), steps(cell.column, middle.column)));
  }

  return (
    <MapCanvas
      label={`The picture, ${stack.side} × ${stack.side}; the field of unit (${unit.row}, ${unit.column}) of ${layerName} is marked`}
      rows={stack.side}
      columns={stack.side}
      picture={picture}
      still={still}
      view={view}
      selected={middle}
      {...(!fixed && { onCell })}
      describeCell={() =>
        `unit (${unit.row}, ${unit.column}) looks at rows ${region.row} to ${region.row + region.rows - 1}, columns ${region.column} to ${region.column + region.columns - 1}`
      }
    >
      <FieldMark id={`${id}-picture`} region={region} side={stack.side} view={view} veiled />
    </MapCanvas>
  );
});

export function middlePixel({ row, column }: Cell, side: number): Cell {
  const held = (place: number) => Math.min(Math.max(Math.floor(place), 0), side - 1);
  return { row: held(row), column: held(column) };
}
