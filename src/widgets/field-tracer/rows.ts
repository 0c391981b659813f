import { layerRuns } from "./layers-codec";
import type { Stack } from "./stack";
import type { LayerRow } from "./view-model";

/** "3 × 3, stride 2, padding 1": how a window lies and moves. */
export function windowText(layer: Stack["layers"][number] | LayerLike): string {
  const { kernelSize: k, stride = 1, padding = 0, dilation = 1 } = layer;
  return [
    `${k} × ${k}`,
    ...(stride > 1 ? [`stride ${stride}`] : []),
    ...(padding > 0 ? [`padding ${padding}`] : []),
    ...(dilation > 1 ? [`dilation ${dilation}`] : []),
  ].join(", ");
}

interface LayerLike {
  readonly kernelSize: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
}

/** The stack as rows, equal neighbours in one; a run that changes the jump is shown layer by layer. */
export function layerRows(stack: Stack, depth: number): readonly LayerRow[] {
  const { layers, sizes, fields } = stack;
  return layerRuns(layers).flatMap((run): LayerRow[] => {
    const apart = (run.layer.stride ?? 1) > 1 || run.times < 4;
    const pieces = apart
      ? Array.from({ length: run.times }, (_, at) => ({ from: run.from + at, times: 1 }))
      : [run];
    return pieces.map(({ from, times }) => {
      const end = from + times;
      const [first, last] = [layers[from]!, layers[end - 1]!];
      return {
        depth: end,
        name: times === 1 ? first.name : `${first.name} to ${last.name}`,
        kind: first.kind,
        window: windowText(first),
        times,
        size: sizes[end]!,
        added: addedText(stack, from, times),
        field: fields[end]!,
        reached: end <= depth,
      };
    });
  });
}

/** What layers add to the field: (k − 1) · d · j, as often as there are layers. */
function addedText({ layers, fields }: Stack, from: number, times: number): string {
  const { kernelSize, dilation = 1 } = layers[from]!;
  const { jump } = fields[from]!;
  const factors = [
    kernelSize - 1,
    ...(dilation > 1 ? [dilation] : []),
    ...(jump > 1 ? [jump] : []),
  ];
  const term = factors.join(" · ");
  if (times === 1) return term;
  return `${times} × ${factors.length > 1 ? `(${term})` : term}`;
}

/** The field's size as the sum that makes it, e.g. "1 + 2 × 2 + 1 + 2 · 2". */
export function sizeSum(stack: Stack, depth: number): string {
  const below = { ...stack, layers: stack.layers.slice(0, depth) };
  const terms = layerRuns(below.layers).map(({ from, times, layer }) => {
    if ((layer.stride ?? 1) === 1) return addedText(stack, from, times);
    return Array.from({ length: times }, (_, at) => addedText(stack, from + at, 1)).join(" + ");
  });
  return ["1", ...terms].join(" + ");
}

/** The jump as the product of the strides. */
export function jumpProduct({ layers }: Stack, depth: number): string {
  const strides = layers
    .slice(0, depth)
    .map(({ stride = 1 }) => stride)
    .filter((stride) => stride > 1);
  return strides.length > 0 ? strides.join(" · ") : "no stride so far";
}
