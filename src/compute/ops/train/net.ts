import { chainShapes } from "../../../core/network/chain";
import type { Layer, Network } from "../../../core/network/layer";
import { parameterShapes } from "../../../core/network/network";
import type { Parameters, Statistics } from "../../../core/network/rule";
import { elementCount } from "../../../core/tensor";
import { activationLoops } from "./activation-loops";
import type { Arena } from "./arena";
import { convLoops } from "./conv-loops";
import { coreLoops } from "./core-loops";
import { denseLoops } from "./dense-loops";
import type { Flow, LayerLoops, LayerSetting, Learned, Part } from "./layer-loops";
import { lossRows, type LossRows } from "./loss-rows";
import { maxPoolLoops } from "./max-pool-loops";

/** Makes a layer's loops; null leaves the layer to the plain ones. */
export type LoopMaker = (setting: LayerSetting) => LayerLoops | null;

/** Called between parts of work; a promise when it wants to be waited for. */
export type Rest = () => Promise<void> | undefined;

/** Examples that go through a layer at one go. */
const PART = 32;

/** A network at work: forward, loss and back over batches of up to `capacity` examples. */
export interface Net {
  readonly network: Network;
  readonly capacity: number;
  readonly classes: number;
  readonly input: Flow;
  readonly layers: readonly LayerLoops[];
  readonly learned: readonly Learned[];
  /** `[capacity, classes]` */
  readonly probabilities: Float32Array;
  /** Bytes of all buffers in the arena. */
  readonly bytes: number;
  /**
   * Runs the first `batch` examples in `input.values` forward; the loss is theirs by `labels`.
   * Resting comes between the parts of the work, every 32 examples of a layer.
   */
  forward(labels: Uint8Array, batch: number, training: boolean, rest?: Rest): Promise<LossRows>;
  /** From the loss of the last forward pass in training back to every learned gradient. */
  backward(batch: number, rest?: Rest): Promise<void>;
  statistics(): Statistics<Float32Array>;
  restore(parameters: Parameters<Float32Array>, statistics: Statistics<Float32Array>): void;
  restoreStatistics(statistics: Statistics<Float32Array>): void;
}

const plain: LoopMaker = (setting) => {
  const { layer } = setting;
  switch (layer.kind) {
    case "conv":
      return convLoops({ ...setting, layer });
    case "dense":
      return denseLoops({ ...setting, layer });
    case "activation":
      return activationLoops({ ...setting, layer });
    case "maxPool":
      return maxPoolLoops({ ...setting, layer });
    case "flatten":
      return flattenLoops(setting);
    default:
      return coreLoops(setting);
  }
};

function partsOf(batch: number): Part[] {
  return Array.from({ length: Math.ceil(batch / PART) }, (_, at) => ({
    from: at * PART,
    to: Math.min((at + 1) * PART, batch),
    batch,
  }));
}

/** The same numbers in the same order under another shape. */
function flattenLoops({ input, outputShape }: LayerSetting): LayerLoops {
  return {
    output: { ...input, shape: outputShape },
    learned: [],
    forward() {},
    backward() {},
  };
}

/**
 * Puts a network to work in the buffers of an arena, each layer by `make` or else by plain loops.
 * The network's last shape is `[classes]`; nobody need release anything but the arena.
 */
export function createNet(
  network: Network,
  capacity: number,
  arena: Arena,
  make: LoopMaker = () => null,
  inputGradient = false,
): Net {
  const shapes = chainShapes(network.layers, network.inputShape);
  const learnedShapes = Object.entries(parameterShapes(network));
  const inputLength = elementCount(network.inputShape) * capacity;
  const input: Flow = {
    shape: network.inputShape,
    values: arena.floats(inputLength),
    gradient: inputGradient ? arena.floats(inputLength) : null,
  };
  const layers: LayerLoops[] = [];
  network.layers.forEach((layer: Layer, at) => {
    const path = String(at);
    const learned = learnedShapes
      .filter(([name]) => name.startsWith(`${path}/`))
      .map(([name, shape]): Learned => {
        const count = elementCount(shape);
        return { name, shape, values: arena.floats(count), gradient: arena.floats(count) };
      });
    const setting: LayerSetting = {
      layer,
      path,
      input: layers.at(-1)?.output ?? input,
      outputShape: shapes[at]!,
      learned,
      capacity,
      arena,
    };
    layers.push(make(setting) ?? plain(setting)!);
  });
  const output = layers.at(-1)!.output;
  const classes = output.shape[0]!;
  const probabilities = new Float32Array(capacity * classes);
  const learned = layers.flatMap((layer) => layer.learned);

  return {
    network,
    capacity,
    classes,
    input,
    layers,
    learned,
    probabilities,
    bytes: arena.bytes,
    async forward(labels, batch, training, rest) {
      for (const layer of layers)
        for (const part of partsOf(batch)) {
          layer.forward(part, training);
          const pause = rest?.();
          if (pause) await pause;
        }
      const gradient = training ? output.gradient : null;
      return lossRows(output.values, labels, batch, classes, probabilities, gradient);
    },
    async backward(batch, rest) {
      for (const layer of layers.toReversed())
        for (const part of partsOf(batch)) {
          layer.backward(part);
          const pause = rest?.();
          if (pause) await pause;
        }
    },
    statistics: () => Object.assign({}, ...layers.map((layer) => layer.statistics ?? {})),
    restore(parameters, statistics) {
      for (const { name, values } of learned) values.set(parameters[name]!.data);
      restoreStatistics(statistics);
    },
    restoreStatistics,
  };

  function restoreStatistics(statistics: Statistics<Float32Array>): void {
    for (const layer of layers) layer.restore?.(within(layer, statistics));
  }

  function within(layer: LayerLoops, statistics: Statistics<Float32Array>) {
    const path = String(layers.indexOf(layer));
    return Object.fromEntries(
      Object.entries(statistics).filter(([name]) => name === path || name.startsWith(`${path}/`)),
    );
  }
}
