import type { RenderResult } from "../../compute/types";
import { convCost } from "../../core/conv/cost";
import { stepAtCell } from "../../core/conv/scan";
import { windowAt } from "../../core/conv/window";
import { formatInteger, formatNumber } from "../../core/format/number";
import { KERNEL_PRESETS } from "../../core/kernel/presets";
import { builtInPicture } from "../../core/picture/catalogue";
import { shortestFloat32 } from "../../schema/codecs/decimal";
import { cellModel, outputCellAt } from "./cell";
import { filterName, KERNEL_SIZES, presetExists } from "./filter";
import type { BenchInput } from "./input";
import { fitLayer, inChannelsOf, layerGeometry, layerKernels, layerSpec } from "./layer";
import { mapMaker } from "./maps";
import type { FilterBenchState } from "./state";
import type {
  FilterBenchModel,
  FilterModel,
  GradientModel,
  LayerFact,
  PresetOption,
} from "./view-model";
import { viewKey } from "./views";

type Geometry = ReturnType<typeof fitLayer>["geometry"];

const missingPicture =
  "This link was made with a picture that never left its reader’s page; the still life stands in.";

/** Everything the eye and the ear need; `hasOwn` says whether the reader's picture is there. */
export function deriveModel(
  wanted: FilterBenchState,
  result: RenderResult | null,
  { input, waiting }: BenchInput,
  hasOwn: boolean,
): FilterBenchModel {
  const [, rows, columns] = input.shape as [number, number, number];
  const { state, geometry, note } = fitLayer(wanted, rows, columns);
  const spec = layerSpec(state, input);
  const names =
    inChannelsOf(state) === 1 ? (["grey"] as const) : (["red", "green", "blue"] as const);
  const output = { rows: geometry.outHeight, columns: geometry.outWidth };
  const map = mapMaker(state, { rows, columns }, output, result);
  const filters = layerKernels(state).map((kernels, index) =>
    filterModel(state, index, kernels, map.output(index)),
  );
  const cellAt = (cell: Parameters<FilterBenchModel["cellAt"]>[0]) =>
    cellModel(spec, geometry, names, state.channel, cell);
  const cell = cellAt(state);
  const fits = (change: Partial<FilterBenchState>) =>
    typeof layerGeometry({ ...state, ...change }, rows, columns) !== "string";
  return {
    layer: state,
    note: wanted.picture === "own" && !hasOwn ? missingPicture : note,
    waiting,
    input: {
      rows,
      columns,
      whole: map.whole(),
      channels: names.map((name, at) => ({ name, map: map.plane(at, name) })),
    },
    output: { ...output, cells: output.rows * output.columns },
    filters,
    filter: filters[state.channel]!,
    partials: names.map((name, at) => map.partial(at, name)),
    sum: map.sum(),
    facts: factsOf(state, geometry),
    presets: presetOptions(state),
    sizes: KERNEL_SIZES.map((size) => ({ value: size, disabled: !fits({ size }) })),
    dilations: [1, 2, 3, 4].map((dilation) => ({ value: dilation, disabled: !fits({ dilation }) })),
    greyOnly: builtInPicture(state.picture)?.channels === 1,
    cell,
    cellAt,
    outputCellAt: (inputCell) => outputCellAt(geometry, inputCell),
    step: stepAtCell(cell.cell, output.rows, output.columns),
    gradient: state.sobel ? gradientModel(state, filters, map, spec) : null,
  };
}

function filterModel(
  state: FilterBenchState,
  index: number,
  kernels: readonly (readonly number[])[],
  map: FilterModel["map"],
): FilterModel {
  const filter = state.filters[index]!;
  const preset = KERNEL_PRESETS.find(({ id }) => id === filter.kernel);
  const sum = kernels.flat().reduce((total, value) => total + value, 0);
  const level = Math.round(sum * 1e6) / 1e6;
  return {
    index,
    title: `Channel ${index + 1}`,
    name: filterName(filter),
    preset: preset?.id ?? "",
    about: preset?.about ?? aboutSum(level),
    kernels,
    weightSum: formatNumber(level),
    largestWeight: Math.max(...kernels.flat().map(Math.abs)) || 1,
    bias: filter.bias,
    biasShown: shortestFloat32(filter.bias),
    map,
  };
}

function aboutSum(sum: number): string {
  if (sum === 0)
    return "Its weights sum to 0: an even patch of any brightness gives the bias alone.";
  if (sum === 1) return "Its weights sum to 1: an even grey patch keeps its brightness.";
  return `Its weights sum to ${formatNumber(sum)}: an even grey patch is multiplied by that.`;
}

function factsOf(state: FilterBenchState, g: Geometry): readonly LayerFact[] {
  const { weights, parameters, macs } = convCost(g, true);
  const k = `${state.size}²`;
  const [out, inn] = [g.outChannels, g.inChannels];
  return [
    {
      name: "Output",
      value: `${g.outHeight} × ${g.outWidth} × ${out}`,
      work: sizeWork(state, g),
    },
    {
      name: "Weights",
      value: `[${out}, ${inn}, ${state.size}, ${state.size}]`,
      work: `${out} ${out > 1 ? "filters" : "filter"} of ${inn} × ${k} = ${formatInteger(weights)} numbers`,
    },
    {
      name: "Parameters",
      value: formatInteger(parameters),
      work: `${out} × (${inn} × ${k} + 1)`,
    },
    {
      name: "Multiply-accumulates",
      value: formatInteger(macs),
      work: `${out} × ${g.outHeight} × ${g.outWidth} × ${inn} × ${k}`,
    },
  ];
}

/** `⌊(256 + 2 − 3) / 1⌋ + 1`, with the reach in place of the kernel's side. */
function sizeWork({ stride }: FilterBenchState, g: Geometry): string {
  const padded = g.pad.top + g.pad.bottom;
  const reach = (g.kernelHeight - 1) * g.dilationHeight + 1;
  const room = `${g.inHeight}${padded > 0 ? ` + ${padded}` : ""} − ${reach}`;
  return `⌊(${room}) ÷ ${stride}⌋ + 1 = ${g.outHeight}`;
}

function presetOptions({ size }: FilterBenchState): readonly PresetOption[] {
  return KERNEL_PRESETS.map(({ id, label, sizes }) => {
    const exists = presetExists(id, size);
    return {
      value: id,
      label: exists ? label : `${label} (for side ${sizes.join(", ")})`,
      disabled: !exists,
    };
  });
}

function gradientModel(
  { xChannel, yChannel }: FilterBenchState,
  filters: readonly FilterModel[],
  map: ReturnType<typeof mapMaker>,
  spec: ReturnType<typeof layerSpec>,
): GradientModel {
  const name = (channel: number) => `channel ${channel + 1}, ${filters[channel]!.name}`;
  const before = (outChannel: number, row: number, column: number) =>
    windowAt(spec, { row, column, outChannel }).preActivation;
  return {
    x: map.gradient(viewKey.gx, "gx, brightness rising to the right"),
    y: map.gradient(viewKey.gy, "gy, brightness rising downwards"),
    magnitude: map.gradient(viewKey.magnitude, "magnitude, the strength of the edge"),
    angle: map.gradient(viewKey.angle, "angle, the direction across the edge as a hue"),
    xName: name(xChannel),
    yName: name(yChannel),
    at: ({ row, column }) => ({
      gx: before(xChannel, row, column),
      gy: before(yChannel, row, column),
    }),
  };
}
