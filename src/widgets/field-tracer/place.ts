import { cellsSeen, type ReceptiveField } from "../../core/receptive-field/receptive-field";
import { spanOn, unitSpans } from "../../core/receptive-field/unit-field";
import type { Region } from "../../viz/map/cell";
import type { Stack, Unit } from "./stack";
import type { FieldTracerModel } from "./view-model";

/** Where the unit looks. */
export type Place = Pick<
  FieldTracerModel,
  "field" | "centre" | "region" | "seen" | "onPadding" | "view"
>;

function regionOf(field: ReceptiveField, unit: Unit): Region {
  const rows = cellsSeen(field, unit.row);
  const columns = cellsSeen(field, unit.column);
  return { row: rows.first, column: columns.first, rows: field.size, columns: field.size };
}

/** The pixels that a path leads to, or lie between those. */
function seenOf(stack: Stack, unit: Unit): Region {
  const layers = stack.layers.slice(0, unit.depth);
  const on = (at: number) => spanOn(stack.side, unitSpans(layers, stack.sizes, at)[0]!);
  const [rows, columns] = [on(unit.row), on(unit.column)];
  return {
    row: rows.first,
    column: columns.first,
    rows: rows.last - rows.first + 1,
    columns: columns.last - columns.first + 1,
  };
}

export function placeOf(stack: Stack, unit: Unit): Place {
  const field = stack.fields[unit.depth]!;
  const region = regionOf(field, unit);
  const margin = marginFor(stack.side, region);
  return {
    field,
    centre: {
      row: field.start + unit.row * field.jump,
      column: field.start + unit.column * field.jump,
    },
    region,
    seen: seenOf(stack, unit),
    onPadding: 1 - onPicture(stack.side, region) / field.size ** 2,
    view: {
      row: 0 - margin,
      column: 0 - margin,
      rows: stack.side + 2 * margin,
      columns: stack.side + 2 * margin,
    },
  };
}

/** Cells of padding shown around the picture: what the field needs, in steps of an eighth. */
function marginFor(side: number, { row, column, rows, columns }: Region): number {
  const beyond = Math.max(-row, -column, row + rows - side, column + columns - side, 0);
  const step = Math.ceil(side / 8);
  return Math.ceil(beyond / step) * step;
}

/** Cells of a region that lie on a picture of that side. */
export function onPicture(side: number, { row, column, rows, columns }: Region): number {
  const part = (first: number, length: number) =>
    Math.max(0, Math.min(first + length, side) - Math.max(first, 0));
  return part(row, rows) * part(column, columns);
}
