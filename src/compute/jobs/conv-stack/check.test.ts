import { expect, test } from "vitest";
import type { ConvStackRequest, StackLayer } from "../../conv-stack";
import { BudgetError, RequestError, ShapeMismatchError } from "../../errors";
import { checkConvStack } from "./check";

const kernel = new Float32Array(9).fill(1 / 9);
const three: StackLayer = { kind: "conv", size: 3, kernel };
const request = (side: number, layers: readonly StackLayer[]): ConvStackRequest => ({
  job: "convStack",
  input: { shape: [side, side], data: new Float32Array(side * side) },
  layers,
});
const times = (count: number, layer: StackLayer = three) =>
  Array.from({ length: count }, () => layer);

test("99 layers from 199 keep 1,293,699 numbers, one more does not fit", () => {
  const { steps, cells } = checkConvStack(request(199, times(99)));
  expect(steps).toHaveLength(99);
  expect(cells * 9).toBe(11_643_291);
  expect(() => checkConvStack(request(199, times(100)))).toThrow(ShapeMismatchError);
});

test.each<[string, ConvStackRequest, new (message: string) => Error]>([
  ["no layer", request(9, []), RequestError],
  ["a kernel of another size", request(9, [{ ...three, size: 2 }]), RequestError],
  [
    "a weight that is no number",
    request(9, [{ ...three, kernel: kernel.map(() => NaN) }]),
    RequestError,
  ],
  ["a stride of 0", request(9, [{ ...three, stride: 0 }]), RequestError],
  [
    "pool padding above half the window",
    request(9, [{ kind: "maxPool", size: 2, padding: 2 }]),
    RequestError,
  ],
  ["an unknown layer", request(9, [{ kind: "dense" } as unknown as StackLayer]), RequestError],
  [
    "colours",
    { ...request(9, [three]), input: { shape: [3, 3, 1], data: new Float32Array(9) } },
    ShapeMismatchError,
  ],
  [
    "missing numbers",
    { ...request(9, [three]), input: { shape: [9, 9], data: new Float32Array(9) } },
    ShapeMismatchError,
  ],
  ["too many layers", request(9, times(601, { ...three, padding: 1 })), BudgetError],
  ["too many numbers kept", request(512, times(300, { ...three, padding: 1 })), BudgetError],
  ["too much work", request(400, [{ kind: "averagePool", size: 200, stride: 1 }]), BudgetError],
])("refuses %s", (_, wrong, error) => {
  expect(() => checkConvStack(wrong)).toThrow(error);
});
