import { expect, test } from "vitest";
import { summarize } from "../../src/core/arch/summary";
import type { Layer } from "../../src/core/network/layer";
import { goldenCases } from "./golden";

interface GoldenLayer {
  readonly type: string;
  readonly cin: number;
  readonly cout: number;
  readonly c: number;
  readonly k: number;
  readonly s: number;
  readonly p: number;
  readonly d: number;
  readonly groups: number;
  readonly bias: boolean;
  readonly ceil: boolean;
}

interface Row {
  readonly out: readonly number[];
  readonly params: number;
  readonly macs: number;
  readonly rf?: number;
  readonly jump?: number;
  readonly first_center?: number;
}

interface ArchCase {
  readonly id: string;
  readonly name: string;
  readonly input: readonly [number, number, number];
  readonly layers: readonly GoldenLayer[];
  readonly per_layer: readonly Row[];
  readonly total: Required<Omit<Row, "out">>;
}

function layerOf(layer: GoldenLayer): Layer {
  const { k: size, s: stride, p } = layer;
  const padding = { top: p, bottom: p, left: p, right: p };
  switch (layer.type) {
    case "conv": {
      const { cout: filters, d: dilation, groups, bias } = layer;
      return { kind: "conv", filters, size, stride, padding, dilation, groups, bias };
    }
    case "maxpool":
      return { kind: "maxPool", size, stride, padding, ceil: layer.ceil };
    case "avgpool":
      return { kind: "averagePool", size, stride, padding, ceil: layer.ceil };
    case "linear":
      return { kind: "dense", units: layer.cout, bias: layer.bias };
    case "batchnorm":
      return { kind: "batchNorm" };
    case "gap":
      return { kind: "globalAverage" };
    case "flatten":
      return { kind: "flatten" };
    default:
      return { kind: "activation", activation: layer.type as "relu" | "tanh" };
  }
}

const channelsFirst = (shape: readonly number[]) =>
  shape.length === 3 ? [shape[2], shape[0], shape[1]] : [...shape];

const cases = goldenCases<ArchCase>("arch");

test("all thirty-six chains are there", () => {
  expect(cases).toHaveLength(36);
});

test.each(cases)("%s: shapes, parameters, work and fields are PyTorch's", (_, one) => {
  const [channels, height, width] = one.input;
  const summary = summarize({
    inputShape: [height, width, channels],
    layers: one.layers.map(layerOf),
  });
  const rows = summary.layers.map(({ outputShape, parameters: params, macs, field }) => ({
    out: channelsFirst(outputShape),
    params,
    macs,
    ...(field && {
      rf: field.rows.size,
      jump: field.rows.jump,
      first_center: field.rows.start,
    }),
  }));
  expect(rows).toEqual(one.per_layer);
  const { rows: field, columns } = summary.field;
  expect(columns).toEqual(field);
  expect({
    params: summary.parameters,
    macs: summary.macs,
    rf: field.size,
    jump: field.jump,
    first_center: field.start,
  }).toEqual(one.total);
});
