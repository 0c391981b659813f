import type { Tensor } from "../../../core/tensor";
import type { Flow } from "../../ops/train/layer-loops";
import type { Net } from "../../ops/train/net";
import type { StepDetail } from "../../training";

/**
 * Copies the step just taken; `old` are the parameters before it.
 *
 * @param wanted `true` for everything; a list for what the layers at these paths have learned, without
 * any layer's result: those are megabytes a step
 */
export function detailOf(
  net: Net,
  examples: Uint32Array,
  labels: Uint8Array,
  old: Readonly<Record<string, Tensor>>,
  wanted: boolean | readonly string[],
): StepDetail {
  const batch = examples.length;
  const all = !Array.isArray(wanted);
  const outputs: Record<string, Tensor> = {};
  const outputGradients: Record<string, Tensor> = {};
  const gradients: Record<string, Tensor> = {};
  const updates: Record<string, Tensor> = {};
  net.layers.forEach(({ output, learned }, at) => {
    if (!all && !wanted.includes(String(at))) return;
    if (all) outputs[at] = blockOf(output, output.values, batch);
    if (all && output.gradient) outputGradients[at] = blockOf(output, output.gradient, batch);
    for (const { name, shape, values, gradient } of learned) {
      const before = old[name]!.data;
      gradients[name] = { shape, data: gradient.slice() };
      updates[name] = { shape, data: values.map((value, place) => value - before[place]!) };
    }
  });
  return {
    examples: [...examples],
    input: blockOf(net.input, net.input.values, batch),
    labels: [...labels.subarray(0, batch)],
    probabilities: {
      shape: [batch, net.classes],
      data: net.probabilities.slice(0, batch * net.classes),
    },
    outputs,
    outputGradients,
    gradients,
    updates,
  };
}

function blockOf({ shape }: Flow, values: Float32Array, batch: number): Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return { shape: [batch, ...shape], data: values.slice(0, batch * size) };
}
