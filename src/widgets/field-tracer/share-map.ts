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
  for (let at = 0; at < data.length; at++) if (data[at]! > largest) largest = data[at]!;
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
/** Palette entry of the faintest share by powers of ten. */
const FAINTEST = 12;

/** RGBA bytes as one number each, in the byte order of this machine. */
const words = (bytes: Uint8ClampedArray): Uint32Array => new Uint32Array(bytes.slice().buffer);

/** The decades that the logarithmic colours of a map span, from its largest share down. */
export function decadesOf({ data }: Shares, largest: number): number {
  let least = largest;
  for (let at = 0; at < data.length; at++) {
    const share = data[at]!;
    if (share >= SMALLEST && share < least) least = share;
  }
  return Math.max(Math.log10(largest / least), 1);
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
  const table = words(palette("sequential"));
  const gone = words(Uint8ClampedArray.from(GONE))[0]!;
  const pixels = new Uint8ClampedArray(data.length * 4);
  const out = new Uint32Array(pixels.buffer);
  const top = PALETTE_SIZE - 1;
  const step = scale === "log" ? top / (decadesOf(shares, largest) * Math.LN10) : 0;
  for (let at = 0; at < data.length; at++) {
    const share = data[at]!;
    if (scale === "linear") out[at] = table[Math.round((share / largest) * top)]!;
    else if (Math.fround(share) === 0) out[at] = paths.data[at]! > 0 ? gone : table[0]!;
    // The faintest share still differs from none.
    else out[at] = table[Math.max(Math.round(top + Math.log(share / largest) * step), FAINTEST)]!;
  }
  return { width: columns, height: rows, pixels };
}
