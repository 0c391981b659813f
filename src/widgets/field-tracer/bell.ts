import type { ReceptiveFieldResult } from "../../compute/receptive-field";
import { formatNumber } from "../../core/format/number";
import { pathDeviation } from "../../core/receptive-field/map-spread";
import type { Cell } from "../../viz/map/cell";
import { percent } from "./percent";
import { onPicture, type Place } from "./place";
import { decadesOf, HELD, type Shares, type Spread } from "./share-map";
import type { ShareSource } from "./share-source";
import { measurementOf } from "./measurement";
import { layersBelow, type Stack, type Unit } from "./stack";
import type { FieldTracerState } from "./state";
import type { BellModel, FieldFact, Progress } from "./view-model";

export interface BellQuestion {
  readonly state: FieldTracerState;
  readonly stack: Stack;
  readonly unit: Unit;
  readonly place: Place;
  readonly result: ReceptiveFieldResult | null;
  readonly source: ShareSource;
}

/** How much each pixel counts for the unit: exact for equal weights, measured for random ones. */
export function bellModel(
  { state, stack, unit, place, result: last, source }: BellQuestion,
  mostSeeds: number,
): BellModel {
  const result = last && isAnswerTo(last, state, stack, unit) ? last : null;
  const equal = source.paths(stack, unit, place);
  const measured = result && source.measured(result, state.measure, place, equal);
  const shown = measured ?? equal;
  const { shares, spread } = shown;
  const { shares: paths, spread: pathSpread } = equal;
  const progress = result && progressOf(result);
  const square = {
    row: place.centre.row - (spread.square - 1) / 2,
    column: place.centre.column - (spread.square - 1) / 2,
    rows: spread.square,
    columns: spread.square,
  };
  const pixel = {
    row: state.pixelRow < 0 ? middle(place.centre.row, stack.side) : state.pixelRow,
    column: state.pixelColumn < 0 ? middle(place.centre.column, stack.side) : state.pixelColumn,
  };
  return {
    title: titleOf(state, result),
    picture: source.picture(shown, state.scale, equal),
    shares,
    paths,
    spread,
    pathSpread,
    square,
    legend: legendOf(state, shares, spread),
    ends: endsOf(state, shares, spread),
    note: noteOf(state, spread, result),
    facts: factsOf(stack, unit, place, spread, measured !== null, paths),
    verdict: verdictOf(
      state,
      place,
      { ...spread, cells: onPicture(stack.side, square) },
      pathSpread,
      result,
    ),
    pixel,
    pixelText: (cell) => pixelText(shares, cell),
    trace: traceOf(shares, pixel, result, state),
    progress,
    waiting: waitingOf(state, progress, mostSeeds),
  };
}

/** Whether a result is the newest one: the last stays while another is on its way. */
function isAnswerTo(
  { asked }: ReceptiveFieldResult,
  state: FieldTracerState,
  stack: Stack,
  unit: Unit,
): boolean {
  const wanted = measurementOf(state, stack, unit);
  return wanted !== null && JSON.stringify(asked) === JSON.stringify(wanted);
}

const middle = (centre: number, side: number): number =>
  Math.min(Math.max(Math.round(centre), 0), side - 1);

const shareAt = ({ data, columns }: Shares, { row, column }: Cell): number =>
  data[row * columns + column]!;

const pixelText = (shares: Shares, cell: Cell): string =>
  `row ${cell.row}, column ${cell.column}: ${formatNumber(shareAt(shares, cell))}`;

function titleOf(
  { relu, channels }: FieldTracerState,
  result: ReceptiveFieldResult | null,
): string {
  if (!result) return "Equal weights, exact";
  const { done, of } = progressOf(result);
  const seeds = `${done < of ? `${done} of ` : ""}${of} ${of === 1 ? "seed" : "seeds"}`;
  return `Random weights${relu ? ", ReLU" : ""}, ${channels} channels, ${seeds}`;
}

/** Seeds done, of those that were asked for. */
function progressOf({ asked: { weights }, seeds }: ReceptiveFieldResult): Progress {
  const wanted = weights.kind === "random" ? weights.seeds : 0;
  return { done: seeds.length, of: typeof wanted === "number" ? wanted : wanted.length };
}

function waitingOf(
  state: FieldTracerState,
  progress: Progress | null,
  most: number,
): string | null {
  if (state.weights === "equal" || (progress && progress.done >= progress.of)) return null;
  if (progress) return "The measurement goes on: the map shows the seeds that are done.";
  return most < 1
    ? "This stack is too large to be measured with random weights here; the map shows equal weights."
    : "The measurement is on its way; until then the map shows equal weights.";
}

function endsOf(
  { scale }: FieldTracerState,
  shares: Shares,
  { largest }: Spread,
): readonly [string, string] {
  const least = scale === "log" ? largest / 10 ** decadesOf(shares, largest) : 0;
  return [formatNumber(least), formatNumber(largest)];
}

function legendOf({ scale }: FieldTracerState, shares: Shares, { largest }: Spread): string {
  const most = formatNumber(largest);
  if (scale === "linear") return `share of the unit, from 0 to ${most}`;
  return `by powers of ten, from ${most} down over ${Math.round(decadesOf(shares, largest))} decades`;
}

function noteOf(
  { scale }: FieldTracerState,
  { lost, holes }: Spread,
  result: ReceptiveFieldResult | null,
): string | null {
  const notes = [
    ...(holes > 0 ? [`${percent(holes)} of the pixels in the field are never read: holes.`] : []),
    ...(lost > 0
      ? [
          `${percent(lost)} of the pixels have a share that is 0 in 32-bit floats${scale === "log" ? ", drawn black" : ""}.`,
        ]
      : []),
    ...(result && result.silent > 0
      ? [
          `${result.silent} of ${result.seeds.length} seeds gave no gradient at all: their ReLUs let nothing through.`,
        ]
      : []),
  ];
  return notes.length > 0 ? notes.join(" ") : null;
}

function factsOf(
  stack: Stack,
  unit: Unit,
  { onPadding }: Place,
  spread: Spread,
  measured: boolean,
  paths: Shares,
): readonly FieldFact[] {
  const layers = layersBelow(stack, unit);
  const theory = formatNumber(Number(pathDeviation(layers).toFixed(2)));
  const centre = Math.max(...paths.byRow) * Math.max(...paths.byColumn);
  return [
    {
      name: "Spread (standard deviation)",
      value: deviation(spread),
      work: measured
        ? `equal weights: ${theory} px`
        : `${onPadding > 0 ? "away from the border " : ""}${deviationWork(stack, unit.depth)} = ${theory}`,
    },
    {
      name: `Square that holds ${percent(HELD)}`,
      value: `${spread.square} × ${spread.square}`,
      work: `${percent(Math.min(spread.square ** 2 / stack.fields[unit.depth]!.size ** 2, 1))} of the field`,
    },
    {
      name: "Pixels above 1 % of the largest",
      value: percent(spread.audible),
      work: "of those it sees",
    },
    {
      name: "Largest share of one pixel",
      value: formatNumber(spread.largest),
      work: measured ? `equal weights: ${formatNumber(centre)}` : cornerWork(paths),
    },
  ];
}

function deviation({ rows, columns }: Spread): string {
  const [a, b] = [rows, columns].map((value) => formatNumber(Number(value.toFixed(2))));
  return a === b ? `${a} px` : `${a} px down, ${b} px across`;
}

/** √(Σ (dj)²(k² − 1)/12), with the numbers put in where all layers are alike. */
function deviationWork({ layers, fields }: Stack, depth: number): string {
  const first = layers[0]!;
  const alike =
    fields[depth]!.jump === 1 &&
    layers
      .slice(0, depth)
      .every(
        ({ kernelSize, dilation }) =>
          kernelSize === first.kernelSize && dilation === first.dilation,
      ) &&
    (first.dilation ?? 1) === 1;
  return alike ? `√(${depth} · (${first.kernelSize}² − 1)/12)` : "√(Σ (d·j)² (k² − 1)/12)";
}

/** The share of the first pixel seen, however small. */
function cornerWork({ byRow, byColumn }: Shares): string {
  const first = (shares: Float64Array) => shares.find((share) => share > 0) ?? 0;
  const corner = first(byRow) * first(byColumn);
  const single = Math.fround(corner) === 0 ? ", 0 in 32-bit floats" : "";
  return `the corner’s: ${formatNumber(corner)}${single}`;
}

function verdictOf(
  { measure, relu }: FieldTracerState,
  { field, seen }: Place,
  /** `cells`: those of the square that lie on the picture. */
  spread: Spread & { readonly cells: number },
  paths: Spread,
  result: ReceptiveFieldResult | null,
): string {
  const part = spread.cells / (seen.rows * seen.columns);
  const held =
    `The unit’s field is ${field.size} × ${field.size}; ` +
    `${percent(HELD)} of the influence lies in the ${spread.square} × ${spread.square} around its middle` +
    (part < 1 ? `, ${percent(part)} of the pixels it sees.` : ".");
  if (!result) return held;
  const ratio = formatNumber(Number((spread.rows / paths.rows).toFixed(2)));
  const what = measure === "size" ? "gradient’s size" : "gradient’s square";
  return `${held} Measured${relu ? " with ReLU" : ""}, the ${what} spreads ${ratio} times as far as the paths.`;
}

function traceOf(
  shares: Shares,
  pixel: Cell,
  result: ReceptiveFieldResult | null,
  { measure }: FieldTracerState,
): string {
  const share = formatNumber(shareAt(shares, pixel));
  const place = `Pixel (${pixel.row}, ${pixel.column})`;
  if (result) {
    const what = measure === "size" ? "|gradient| ÷ Σ |gradient|" : "gradient² ÷ Σ gradient²";
    return `${place}: mean of ${what} over ${result.seeds.length - result.silent} seeds = ${share}`;
  }
  const down = formatNumber(shares.byRow[pixel.row]!);
  const across = formatNumber(shares.byColumn[pixel.column]!);
  return `${place}: row’s share ${down} × column’s share ${across} = ${share}`;
}
