import { chainForward } from "../../../core/network/chain";
import type { Layer } from "../../../core/network/layer";
import type { Parameters, Statistics, Step } from "../../../core/network/rule";
import type { Block } from "../../../core/numbers";
import { outputFlow, type LayerLoops, type LayerSetting } from "./layer-loops";

/** A layer of any kind by core's own functions, which take a batch whole and allocate as they go. */
export function coreLoops(setting: LayerSetting<Layer>): LayerLoops {
  const { layer, path, input, learned, capacity } = setting;
  const output = outputFlow(setting);
  const inputSize = input.values.length / capacity;
  // Core numbers the layers of a chain; this chain has one.
  const inner = (name: string) => `0${name.slice(path.length)}`;
  const outer = (name: string) => `${path}${name.slice(1)}`;
  const parameters: Parameters<Float32Array> = Object.fromEntries(
    learned.map(({ name, shape, values }) => [inner(name), { shape, data: values }]),
  );
  let statistics: Statistics<Float32Array> = {};
  let step: Step<Float32Array> | null = null;

  const block = (shape: readonly number[], data: Float32Array): Block<Float32Array> => ({
    shape,
    data,
  });

  return {
    output,
    learned,
    forward({ to, batch }, training) {
      if (to < batch) return;
      const data = input.values.slice(0, batch * inputSize);
      const context = { path: "", parameters, statistics, training };
      step = chainForward([layer], block([batch, ...input.shape], data), context);
      if (training) statistics = { ...statistics, ...step.statistics };
      output.values.set(step.output.data);
    },
    backward({ to, batch }) {
      if (to < batch) return;
      const size = output.values.length / capacity;
      const data = output.gradient!.slice(0, batch * size);
      const back = step!.backward(block([batch, ...output.shape], data));
      input.gradient?.set(back.input.data);
      for (const { name, gradient } of learned) gradient.set(back.parameters[inner(name)]!.data);
    },
    get statistics() {
      return renamed(statistics, outer);
    },
    restore(saved) {
      statistics = renamed(saved, inner);
    },
  };
}

function renamed<T>(
  record: Readonly<Record<string, T>>,
  rename: (name: string) => string,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [rename(name), value]));
}
