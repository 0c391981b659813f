import type { DenseLayer } from "../../../core/network/layer";
import { learnedOf, outputFlow, type LayerLoops, type LayerSetting } from "./layer-loops";

/** A fully connected layer forward and back; sums run in float64, zeros of the input are skipped. */
export function denseLoops(setting: LayerSetting<DenseLayer>): LayerLoops {
  const { input, learned } = setting;
  const weights = learnedOf(setting, "weights")!;
  const bias = learnedOf(setting, "bias");
  const [inputs, outputs] = weights.shape as [number, number];
  const output = outputFlow(setting);
  const wide = new Float64Array(inputs * outputs);
  const sums = new Float64Array(outputs);
  const weightSums = new Float64Array(inputs * outputs);
  const biasSums = new Float64Array(outputs);
  return {
    output,
    learned,
    forward({ from, to }) {
      if (from === 0) wide.set(weights.values);
      for (let row = from; row < to; row++) {
        if (bias) sums.set(bias.values);
        else sums.fill(0);
        for (let at = 0; at < inputs; at++) {
          const value = input.values[row * inputs + at]!;
          if (value === 0) continue;
          const line = at * outputs;
          for (let out = 0; out < outputs; out++) sums[out]! += value * wide[line + out]!;
        }
        output.values.set(sums, row * outputs);
      }
    },
    backward({ from, to, batch }) {
      const gradient = output.gradient!;
      if (from === 0) {
        weightSums.fill(0);
        biasSums.fill(0);
      }
      for (let row = from; row < to; row++) {
        for (let out = 0; out < outputs; out++) {
          sums[out] = gradient[row * outputs + out]!;
          biasSums[out]! += sums[out]!;
        }
        for (let at = 0; at < inputs; at++) {
          const value = input.values[row * inputs + at]!;
          const line = at * outputs;
          let sum = 0;
          if (input.gradient)
            for (let out = 0; out < outputs; out++) sum += sums[out]! * wide[line + out]!;
          if (value !== 0)
            for (let out = 0; out < outputs; out++) weightSums[line + out]! += sums[out]! * value;
          if (input.gradient) input.gradient[row * inputs + at] = sum;
        }
      }
      if (to < batch) return;
      weights.gradient.set(weightSums);
      bias?.gradient.set(biasSums);
    },
  };
}
