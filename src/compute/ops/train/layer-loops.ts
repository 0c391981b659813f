import type { Layer } from "../../../core/network/layer";
import type { Statistics } from "../../../core/network/rule";
import type { Arena } from "./arena";

/** Numbers that are learned, and the gradient of the last batch's loss by them. */
export interface Learned {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  readonly gradient: Float32Array;
}

/** Results of a layer for up to `capacity` examples, one after another, and the loss's gradient by them. */
export interface Flow {
  /** Of one example. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** Null where nobody asks for it: before the first layer that learns. */
  readonly gradient: Float32Array | null;
}

/** Some examples of a batch, one after another; a batch goes through a layer part by part. */
export interface Part {
  readonly from: number;
  /** One past the last. */
  readonly to: number;
  /** Examples of the whole batch. */
  readonly batch: number;
}

/** One layer at work on batches, in buffers made once; a step allocates nothing. */
export interface LayerLoops {
  readonly output: Flow;
  readonly learned: readonly Learned[];
  /** Writes `output.values` of a part. The parts of a batch come in order. */
  forward(part: Part, training: boolean): void;
  /**
   * Reads `output.gradient`; writes the gradient by the input, and with the last part the learned
   * gradients.
   */
  backward(part: Part): void;
  /** Running statistics by path, where the layer keeps some. */
  readonly statistics?: Statistics<Float32Array>;
  restore?(statistics: Statistics<Float32Array>): void;
}

/** What a layer's loops are made from. */
export interface LayerSetting<L extends Layer = Layer> {
  readonly layer: L;
  /** Place in the network, e.g. `2`. */
  readonly path: string;
  readonly input: Flow;
  /** Of one example. */
  readonly outputShape: readonly number[];
  readonly learned: readonly Learned[];
  /** Most examples a batch may have. */
  readonly capacity: number;
  readonly arena: Arena;
}

/** Room for a layer's results; gradients only where the layer or one before it learns. */
export function outputFlow({ outputShape, input, learned, capacity, arena }: LayerSetting): Flow {
  const length = outputShape.reduce((product, side) => product * side, capacity);
  const wanted = input.gradient !== null || learned.length > 0;
  return {
    shape: outputShape,
    values: arena.floats(length),
    gradient: wanted ? arena.floats(length) : null,
  };
}

/** The learned numbers of a name within the layer, e.g. `weights`. */
export function learnedOf({ learned, path }: LayerSetting, name: string): Learned | undefined {
  return learned.find((entry) => entry.name === `${path}/${name}`);
}
