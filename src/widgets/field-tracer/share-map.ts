import type { ReceptiveFieldResult } from "../../compute/receptive-field";
import { palette, PALETTE_SIZE } from "../../core/color/palette";
import {
  deviationAbout,
  marginal,
  squareAround,
  type ShareMap,
} from "../../core/receptive-field/map-spread";
import { unitInfluence } from "../../core/receptive-field/unit-field";
import type { StillPicture } from "../../widget-kit/define-widget";
import type { Region } from "../../viz/map/cell";
import { layersBelow, type Stack, type Unit } from "./stack";

/** How much each pixel counts for one unit; shares sum to 1. */
export interface Shares extends ShareMap {
  readonly data: Float64Array | Float32Array;
  /** The same along each axis. */
  readonly byRow: Float64Array;
  readonly byColumn: Float64Array;
}

function normalised(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

/** With equal weights, exact: the product of the axes. */
export function equalShares(stack: Stack, unit: Unit): Shares {
  const layers = layersBelow(stack, unit);
  const sizes = stack.sizes.slice(0, unit.depth + 1);
  const byRow = normalised(unitInfluence(layers, sizes, unit.row));
  const byColumn = normalised(unitInfluence(layers, sizes, unit.column));
  const { side } = stack;
  const data = new Float64Array(side * side);
  for (let row = 0, at = 0; row < side; row++)
    for (let column = 0; column < side; column++, at++) data[at] = byRow[row]! * byColumn[column]!;
  return { rows: side, columns: side, data, byRow, byColumn };
}

/** As the engine measured them. */
export function measuredShares(result: ReceptiveFieldResult, measure: "size" | "energy"): Shares {
  const { shape, data } = result[measure];
  const [rows, columns] = shape as [number, number];
  const map = { rows, columns, data };
  return { ...map, byRow: marginal(map, "rows"), byColumn: marginal(map, "columns") };
}

/** Numbers about a map of shares. */
export interface Spread {
  /** Standard deviation from the middle of the field, along rows and columns, in pixels. */
  readonly rows: number;
  readonly columns: number;
  /** Side of the middle square that holds 95 %. */
  readonly square: number;
  readonly largest: number;
  /** Parts of the pixels seen: more than a hundredth of the largest; without any path; 0 in float32. */
  readonly audible: number;
  readonly holes: number;
  readonly lost: number;
}

export const HELD = 0.95;

export function largestOf({ data }: Shares): number {
  let largest = 0;
  for (const share of data) largest = Math.max(largest, share);
  return largest;
}

export function spreadOf(
  shares: Shares,
  centre: { readonly row: number; readonly column: number },
  seen: Region,
  /** Equal weights': where no path leads. */
  paths: Shares,
): Spread {
  const { columns, data } = shares;
  const largest = largestOf(shares);
  let audible = 0;
  let holes = 0;
  let lost = 0;
  for (let row = seen.row; row < seen.row + seen.rows; row++)
    for (let column = seen.column; column < seen.column + seen.columns; column++) {
      const at = row * columns + column;
      if (paths.data[at] === 0) holes++;
      else if (Math.fround(data[at]!) === 0) lost++;
      if (data[at]! > largest / 100) audible++;
    }
  const cells = Math.max(seen.rows * seen.columns, 1);
  return {
    rows: deviationAbout(shares.byRow, centre.row),
    columns: deviationAbout(shares.byColumn, centre.column),
    square: squareAround(shares, centre, HELD),
    largest,
    audible: audible / cells,
    holes: holes / cells,
    lost: lost / cells,
  };
}

/** Smallest share that float32 can hold. */
const SMALLEST = 2 ** -149;
/** Colour of a share that a path supplies and float32 cannot hold. */
const GONE = [16, 12, 24, 255] as const;

/** The decades that the logarithmic colours of a map span, from its largest share down. */
export function decadesOf({ data }: Shares, largest: number): number {
  let least = largest;
  for (const share of data) if (share >= SMALLEST && share < least) least = share;
  return Math.max(Math.ceil(Math.log10(largest / least)), 1);
}

/**
 * The map in colours: from none to the largest share, evenly or by powers of ten. By powers of ten
 * what a path supplies but float32 cannot hold is black.
 */
export function paintShares(
  shares: Shares,
  scale: "linear" | "log",
  largest: number,
  paths: Shares,
): StillPicture {
  const { rows, columns, data } = shares;
  const table = palette("sequential");
  const pixels = new Uint8ClampedArray(data.length * 4);
  const decades = scale === "log" ? decadesOf(shares, largest) : 0;
  const top = PALETTE_SIZE - 1;
  for (let at = 0; at < data.length; at++) {
    const share = data[at]!;
    if (scale === "log" && paths.data[at]! > 0 && Math.fround(share) === 0) {
      pixels.set(GONE, at * 4);
      continue;
    }
    const part = scale === "linear" ? share / largest : 1 + Math.log10(share / largest) / decades;
    // The faintest share of a logarithmic map still differs from none.
    const entry = share > 0 ? Math.max(Math.round(part * top), scale === "log" ? 12 : 0) : 0;
    pixels.set(table.subarray(entry * 4, entry * 4 + 4), at * 4);
  }
  return { width: columns, height: rows, pixels };
}
