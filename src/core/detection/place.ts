/** A cell of a scene, from 0 at the top left. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Which of `size` cells in a row counts as their middle: of an even number the one before the true
 * middle, so that windows and objects of any size have a middle on the grid.
 */
export function middleOf(size: number): number {
  return Math.floor((size - 1) / 2);
}

/** Whether a place is one of the cells of a square of `size`, given by its middle. */
export function liesOn(place: Place, middle: Place, size: number): boolean {
  const from = -middleOf(size);
  const within = (distance: number) => distance >= from && distance < from + size;
  return within(place.row - middle.row) && within(place.column - middle.column);
}
