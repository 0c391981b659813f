import { readingsOf, unusedEnd, type Reading } from "../../core/conv/axis-windows";
import { kernelReach } from "../../core/conv/geometry";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { Result } from "../../compute/types";
import type { DataTable, WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { outputsOf, type State } from "./schema";
import { cellName, windowCells } from "./words";

/** One cell of the padded axis. */
export interface RulerCell {
  readonly kind: "padding" | "input";
  /** Windows that read it. */
  readonly reads: number;
  /** No window comes here: the floor cut it off. */
  readonly leftOver: boolean;
  /** The weight of the shown window that lies on it, or `null`. */
  readonly tap: number | null;
}

export interface RulerModel {
  readonly state: State;
  readonly cells: readonly RulerCell[];
  /** Cells that the window spans. */
  readonly reach: number;
  /** Cells the window can move by; negative where it does not fit. */
  readonly room: number;
  /** Places of the window, or `null`: it does not fit. */
  readonly outputs: number | null;
  /** Cells at the end that no window reads; 0 where there is no window. */
  readonly unused: number;
  /** The formula with the state's numbers, one line a step. */
  readonly work: readonly string[];
  readonly verdict: string;
  /** Most reads of any cell, and of any that is no padding. */
  readonly mostReads: number;
  readonly mostInputReads: number;
  readonly readings: readonly Reading[];
  readonly readingSentence: string;
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly work: string;
  }[];
}

function workOf(state: State, room: number, outputs: number | null): readonly string[] {
  const { input, before, after, kernel, stride, dilation } = state;
  const numerator = `${input} + ${before} + ${after} − ${dilation} · (${kernel} − 1) − 1`;
  if (outputs === null)
    return [`${numerator} = ${formatNumber(room)}`, "less than no room: no place, no output"];
  return [
    `⌊(${numerator}) / ${stride}⌋ + 1`,
    `= ⌊${room} / ${stride}⌋ + 1 = ⌊${formatNumber(room / stride)}⌋ + 1`,
    `= ${Math.floor(room / stride)} + 1 = ${outputs}`,
  ];
}

function verdictOf(state: State, model: Pick<RulerModel, "reach" | "outputs" | "unused">): string {
  const { reach, outputs, unused } = model;
  const { input, before, after, stride } = state;
  const cells = input + before + after;
  if (outputs === null)
    return `A window that spans ${reach} cells does not fit on ${cells}. It has no place, so there is no output at all, not an output of size 0.`;
  const places = `The window fits at ${formatInteger(outputs)} ${outputs === 1 ? "place" : "places"}`;
  const kept =
    outputs === input ? ", so the size is kept" : `: ${input} becomes ${formatInteger(outputs)}`;
  const lost =
    unused === 0
      ? ""
      : ` The next step of ${stride} would run off the end, so the last ${unused === 1 ? "cell is" : `${unused} cells are`} never read.`;
  return `${places}${kept}.${lost}`;
}

function factsOf(state: State, outputs: number | null, mostReads: number): RulerModel["facts"] {
  const { kernel, stride, dilation } = state;
  if (outputs === null) return [];
  const shared = Math.max(kernel - stride, 0) / kernel;
  return [
    {
      name: "output",
      value: `${formatInteger(outputs)} × ${formatInteger(outputs)}`,
      work: `of a square of ${state.input} × ${state.input}`,
    },
    dilation === 1
      ? {
          name: "neighbouring windows share",
          value: `${formatNumber(100 * shared)} %`,
          work: `(${kernel} − ${Math.min(stride, kernel)}) / ${kernel} of their cells`,
        }
      : {
          name: "the window spans",
          value: `${kernelReach(kernel, dilation)} cells`,
          work: `${dilation} · (${kernel} − 1) + 1, and reads ${kernel} of them`,
        },
    {
      name: "most reads of one pixel",
      value: formatInteger(mostReads ** 2),
      work: `${mostReads} × ${mostReads}, rows times columns`,
    },
  ];
}

function readingSentence(state: State, readings: readonly Reading[]): string {
  const name = cellName(state, state.cell);
  if (readings.length === 0) return `${name} is read by no window.`;
  const shown = readings.slice(0, 6).map(({ window, tap }) => `window ${window + 1} with w${tap}`);
  const rest = readings.length > shown.length ? ` and ${readings.length - shown.length} more` : "";
  const times = readings.length === 1 ? "once" : `${readings.length} times`;
  const same =
    readings.length > 1 ? " Each time it meets another weight: nothing is computed twice." : "";
  return `${name} is read ${times}: by ${shown.join(", by ")}${rest}.${same}`;
}

function derive(state: State): RulerModel {
  const { input, before, after, kernel, stride, dilation, at } = state;
  const options = { padBefore: before, padAfter: after, stride, dilation };
  const total = input + before + after;
  const reach = kernelReach(kernel, dilation);
  const outputs = outputsOf(state);
  const unused = unusedEnd(input, kernel, options) ?? 0;
  const taps = new Map(
    outputs === null
      ? []
      : Array.from({ length: kernel }, (_, tap) => [at * stride + tap * dilation, tap] as const),
  );
  const cells = Array.from({ length: total }, (_, cell): RulerCell => ({
    kind: cell < before || cell >= before + input ? "padding" : "input",
    reads: readingsOf(cell, kernel, outputs ?? 0, options).length,
    leftOver: cell >= total - unused,
    tap: taps.get(cell) ?? null,
  }));
  const mostReads = Math.max(...cells.map(({ reads }) => reads));
  const mostInputReads = Math.max(
    ...cells.filter(({ kind }) => kind === "input").map(({ reads }) => reads),
  );
  const readings = readingsOf(state.cell, kernel, outputs ?? 0, options);
  const room = total - reach;
  return {
    state,
    cells,
    reach,
    room,
    outputs,
    unused,
    work: workOf(state, room, outputs),
    verdict: verdictOf(state, { reach, outputs, unused }),
    mostReads,
    mostInputReads,
    readings,
    readingSentence: readingSentence(state, readings),
    facts: factsOf(state, outputs, mostInputReads),
  };
}

function describe({ state, outputs, verdict }: RulerModel): string {
  const { input, before, after, kernel, stride, dilation } = state;
  const setting =
    `${input} cells, padding ${before} before and ${after} after, ` +
    `kernel ${kernel}, stride ${stride}, dilation ${dilation}.`;
  const shown =
    outputs === null
      ? ""
      : ` Window ${state.at + 1} of ${outputs} is shown; it reads ${windowCells(state, state.at)}.`;
  return `${setting} ${verdict}${shown}`;
}

function table({ state, outputs, work }: RulerModel): DataTable {
  return {
    caption: `Every place of the window: ${work.at(-1)}`,
    columns: ["Window", "Reads"],
    rows: Array.from({ length: outputs ?? 0 }, (_, at) => [String(at + 1), windowCells(state, at)]),
  };
}

export const model: WidgetModel<State, Result, RulerModel> = {
  request: () => null,
  derive,
  describe,
  code: codeExamples,
  table,
};
