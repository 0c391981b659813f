import { activationOf } from "../../../core/activation/activations";
import type { ActivationLayer } from "../../../core/network/layer";
import { outputFlow, type LayerLoops, type LayerSetting } from "./layer-loops";

/** A function of each number; the ReLU without a call a number. */
export function activationLoops(setting: LayerSetting<ActivationLayer>): LayerLoops {
  const { input, layer, capacity } = setting;
  const output = outputFlow(setting);
  const size = input.values.length / capacity;
  const { value, derivative } = activationOf(layer.activation);
  const relu = layer.activation === "relu";
  return {
    output,
    learned: [],
    forward(part) {
      const from = input.values;
      const to = output.values;
      const end = part.to * size;
      if (relu)
        // NaN stays NaN: it is neither below zero nor above.
        for (let at = part.from * size; at < end; at++) to[at] = from[at]! < 0 ? 0 : from[at]!;
      else for (let at = part.from * size; at < end; at++) to[at] = value(from[at]!);
    },
    backward(part) {
      const to = input.gradient;
      if (!to) return;
      const from = output.gradient!;
      const { values } = input;
      const end = part.to * size;
      if (relu)
        for (let at = part.from * size; at < end; at++) to[at] = values[at]! <= 0 ? 0 : from[at]!;
      else
        for (let at = part.from * size; at < end; at++)
          to[at] = from[at]! * derivative(values[at]!);
    },
  };
}
