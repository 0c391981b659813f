import type { Result } from "../../compute/types";
import { formatInteger, formatNumber } from "../../core/format/number";
import { influenceMap, type InfluenceMap } from "../../core/receptive-field/influence";
import type { DataTable, WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { figureNames, figureOf, type Figure } from "./figures";
import { roadName } from "./roads";
import { figureIds, largeKernel, roadIds, type FigureId, type RoadId, type State } from "./state";

export interface Road {
  readonly id: RoadId;
  readonly name: string;
  readonly figures: Readonly<Record<FigureId, Figure>>;
}

export interface StackModel {
  readonly state: State;
  readonly roads: readonly Road[];
  readonly opened: { readonly title: string; readonly figure: Figure };
  readonly verdict: string;
  readonly breakEven: string;
  readonly freedom: string;
  /** What binomial layers of one channel make without an activation; `null` where too large to print. */
  readonly composed: (InfluenceMap & { readonly taps: readonly number[] }) | null;
}

/** Largest kernel whose numbers are drawn. */
const LARGEST_DRAWN = 7;

const percentLess = (less: number, more: number): string =>
  `${formatNumber(Math.round(1000 * (1 - less / more)) / 10)} %`;

function verdictOf(state: State, [stack, single]: readonly [Road, Road]): string {
  const [small, large] = [stack.figures.weights.value, single.figures.weights.value];
  if (state.layers === 1)
    return `A stack of one layer is the single kernel: both have ${formatInteger(small)} weights.`;
  if (small === large) return `A draw: both have ${formatInteger(small)} weights.`;
  const maps = `For training it keeps ${formatInteger(stack.figures.maps.value)} numbers, the single kernel ${formatInteger(single.figures.maps.value)}.`;
  return small < large
    ? `The stack has ${percentLess(small, large)} fewer weights: ${formatInteger(small)} against ${formatInteger(large)}. ${maps}`
    : `Here the single kernel wins, with ${percentLess(large, small)} fewer weights: ${formatInteger(large)} against the stack’s ${formatInteger(small)}. The stack also keeps more: ${formatInteger(stack.figures.maps.value)} numbers against ${formatInteger(single.figures.maps.value)}.`;
}

/**
 * Input channels up to which the single kernel has fewer weights; ∞ where it always has, 0 or less
 * where it never has. From K²·C·out < k²·(C·mid + (n − 2)·mid² + mid·out).
 */
export function breakEvenChannels(state: State): number {
  const { kernel, layers, between, outputs } = state;
  if (layers < 2) return 0;
  const later = kernel ** 2 * ((layers - 2) * between ** 2 + between * outputs);
  const perChannel = largeKernel(state) ** 2 * outputs - kernel ** 2 * between;
  return perChannel > 0 ? later / perChannel : Infinity;
}

function breakEvenSentence(state: State): string {
  if (state.layers < 2) return "With two layers or more there is something to compare.";
  const channels = breakEvenChannels(state);
  const setting = `With ${state.between} channels between the layers and ${state.outputs} at the end`;
  if (channels === Infinity)
    return `${setting} the single kernel has fewer weights whatever the input.`;
  const whole = Math.ceil(channels) - 1;
  if (whole < 1)
    return `${setting} the stack has no more weights than the single kernel, whatever the input.`;
  return `${setting} the break-even lies at ${formatNumber(channels)} input channels: up to ${whole} the single kernel has fewer weights.`;
}

function freedomSentence(state: State): string {
  const { kernel, layers, activation } = state;
  const side = largeKernel(state);
  if (layers === 1) return "One layer is one kernel, with or without an activation after it.";
  if (activation)
    return `With an activation after each layer, the stack can do what no single ${side} × ${side} kernel can.`;
  const free = layers * kernel ** 2 - (layers - 1);
  return `Without an activation the ${layers} layers are one ${side} × ${side} kernel. On one channel they reach only part of them: ${layers} · ${kernel * kernel} − ${layers - 1} = ${free} free numbers, where the kernel has ${side * side}. Scale one layer up and another down, and nothing changes.`;
}

/** [1, 1] convolved with itself: 1 2 1, 1 4 6 4 1, … */
function binomial(size: number): readonly number[] {
  let row = [1];
  while (row.length < size) row = [...row, 0].map((one, at) => one + (row[at - 1] ?? 0));
  return row;
}

function composedOf(state: State): StackModel["composed"] {
  const { kernel, layers } = state;
  if (layers < 2 || largeKernel(state) > LARGEST_DRAWN) return null;
  const row = binomial(kernel);
  const taps = row.flatMap((a) => row.map((b) => a * b));
  const step = { kernelSize: kernel, kernel: taps };
  return { ...influenceMap(Array.from({ length: layers }, () => step)), taps };
}

function derive(state: State): StackModel {
  const roads = roadIds.map((id): Road => ({
    id,
    name: roadName(id, state),
    figures: Object.fromEntries(
      figureIds.map((figure) => [figure, figureOf(figure, id, state)]),
    ) as Road["figures"],
  }));
  const { road, figure } = state;
  const opened = roads.find(({ id }) => id === road)!;
  return {
    state,
    roads,
    opened: {
      title: `${figureNames[figure]}, ${opened.name}`,
      figure: opened.figures[figure],
    },
    verdict: verdictOf(state, [roads[0]!, roads[1]!]),
    breakEven: breakEvenSentence(state),
    freedom: freedomSentence(state),
    composed: composedOf(state),
  };
}

function describe({ state, roads, verdict, freedom }: StackModel): string {
  const { inputs, between, outputs } = state;
  const [stack, single] = roads;
  return `${stack!.name} and ${single!.name}, with ${inputs}, ${between} and ${outputs} channels in, between and out, both see ${single!.figures.field.text}. ${verdict} ${freedom}`.replace(
    /^./,
    (first) => first.toUpperCase(),
  );
}

const table = ({ roads, state }: StackModel): DataTable => ({
  caption: `Price of the same view on ${state.side} × ${state.side}, ${state.inputs} to ${state.outputs} channels, without biases`,
  columns: ["Road", ...figureIds.map((figure) => figureNames[figure])],
  rows: roads.map(({ name, figures }) => [
    name,
    ...figureIds.map((figure) => figures[figure].text),
  ]),
});

export const model: WidgetModel<State, Result, StackModel> = {
  request: () => null,
  derive,
  describe,
  code: codeExamples,
  table,
};
