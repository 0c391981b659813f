import { convCost } from "../conv/cost";
import { convGeometry } from "../conv/geometry";
import { chainShapes } from "../network/chain";
import type { Layer, Network } from "../network/layer";
import { poolGeometry } from "../pool/geometry";
import {
  covering,
  inputField,
  widened,
  type ReceptiveField,
} from "../receptive-field/receptive-field";
import { elementCount } from "../tensor";

/** Fields along both axes. */
export interface Field {
  readonly rows: ReceptiveField;
  readonly columns: ReceptiveField;
}

export interface LayerSummary {
  readonly layer: Layer;
  /** Shape of one example's result. */
  readonly outputShape: readonly number[];
  /** Learned numbers: weights, biases, gammas and betas. */
  readonly parameters: number;
  /** Multiply-accumulates of one example in kernels and weights; taps on padding are counted. */
  readonly macs: number;
  /** Numbers of one example that training must keep for the way back. */
  readonly activations: number;
  /** `null` from the first layer on that sees everything or has no places. */
  readonly field: Field | null;
}

export interface NetworkSummary {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
  readonly macs: number;
  readonly activations: number;
  /** Of the last layer that has one. */
  readonly field: Field;
}

/** What `layer` adds to the count, given what came before it. */
type Counted = Omit<LayerSummary, "layer" | "outputShape">;

const bothAxes = (
  field: Field,
  rows: Parameters<typeof widened>[1],
  columns: typeof rows,
): Field => ({
  rows: widened(field.rows, rows),
  columns: widened(field.columns, columns),
});

function countConv(
  layer: Extract<Layer, { kind: "conv" }>,
  inputShape: readonly number[],
  field: Field | null,
): Omit<Counted, "activations"> {
  const [height, width] = typeof layer.size === "number" ? [layer.size, layer.size] : layer.size;
  const groupChannels = inputShape[2]! / (layer.groups ?? 1);
  const g = convGeometry({
    ...layer,
    inputShape: [1, ...inputShape],
    weightShape: [height, width, groupChannels, layer.filters],
  });
  const { parameters, macs } = convCost(g, layer.bias !== false);
  const rows = {
    kernelSize: height,
    stride: g.strideHeight,
    padding: g.pad.top,
    dilation: g.dilationHeight,
  };
  const columns = {
    kernelSize: width,
    stride: g.strideWidth,
    padding: g.pad.left,
    dilation: g.dilationWidth,
  };
  return { parameters, macs, field: field && bothAxes(field, rows, columns) };
}

function countPool(
  layer: Extract<Layer, { kind: "maxPool" | "averagePool" }>,
  inputShape: readonly number[],
  field: Field | null,
): Omit<Counted, "activations"> {
  const { rows, columns } = poolGeometry([1, ...inputShape], layer);
  const step = ({ size, stride, before, dilation }: typeof rows) => ({
    kernelSize: size,
    stride,
    padding: before,
    dilation,
  });
  return { parameters: 0, macs: 0, field: field && bothAxes(field, step(rows), step(columns)) };
}

function countResidual(
  layer: Extract<Layer, { kind: "residual" }>,
  inputShape: readonly number[],
  field: Field | null,
): Counted {
  const branch = countChain(layer.branch, inputShape, field);
  const shortcut = countChain(layer.shortcut ?? [], inputShape, field);
  const [a, b] = [endField(branch, field), endField(shortcut, field)];
  const sum = (what: "parameters" | "macs" | "activations") =>
    [...branch, ...shortcut].reduce((total, one) => total + one[what], 0);
  return {
    parameters: sum("parameters"),
    macs: sum("macs"),
    activations: sum("activations"),
    field: a && b && { rows: covering(a.rows, b.rows), columns: covering(a.columns, b.columns) },
  };
}

const endField = (chain: readonly LayerSummary[], start: Field | null): Field | null =>
  chain.length === 0 ? start : chain.at(-1)!.field;

function count(
  layer: Layer,
  inputShape: readonly number[],
  outputShape: readonly number[],
  field: Field | null,
): Counted {
  const activations = elementCount(outputShape);
  switch (layer.kind) {
    case "conv":
      return { ...countConv(layer, inputShape, field), activations };
    case "maxPool":
    case "averagePool":
      return { ...countPool(layer, inputShape, field), activations };
    case "dense": {
      const macs = inputShape[0]! * layer.units;
      const parameters = macs + (layer.bias === false ? 0 : layer.units);
      return { parameters, macs, activations, field: null };
    }
    case "batchNorm":
      return { parameters: 2 * inputShape.at(-1)!, macs: 0, activations, field };
    case "activation":
      return { parameters: 0, macs: 0, activations, field };
    case "globalAverage":
    case "flatten":
      return { parameters: 0, macs: 0, activations, field: null };
    case "residual": {
      const inner = countResidual(layer, inputShape, field);
      return { ...inner, activations: inner.activations + activations };
    }
  }
}

function countChain(
  layers: readonly Layer[],
  inputShape: readonly number[],
  start: Field | null,
): readonly LayerSummary[] {
  const shapes = chainShapes(layers, inputShape);
  const summaries: LayerSummary[] = [];
  layers.forEach((layer, at) => {
    const outputShape = shapes[at]!;
    const field = endField(summaries, start);
    const counted = count(layer, shapes[at - 1] ?? inputShape, outputShape, field);
    summaries.push({ layer, outputShape, ...counted });
  });
  return summaries;
}

/**
 * What a network is made of, layer by layer: shapes, learned numbers, work, memory and receptive
 * field. The field of a residual block covers what either path sees.
 *
 * @throws {ShapeMismatchError | RequestError} at the first layer that does not fit.
 * Source: chapter 3, "The table of real networks".
 */
export function summarize({ layers, inputShape }: Network): NetworkSummary {
  const start: Field | null =
    inputShape.length === 3 ? { rows: inputField, columns: inputField } : null;
  const summaries = countChain(layers, inputShape, start);
  const sum = (what: "parameters" | "macs" | "activations") =>
    summaries.reduce((total, one) => total + one[what], 0);
  return {
    layers: summaries,
    parameters: sum("parameters"),
    macs: sum("macs"),
    activations: sum("activations"),
    field: summaries.findLast(({ field }) => field)?.field ?? {
      rows: inputField,
      columns: inputField,
    },
  };
}
