import { ShapeMismatchError } from "../errors";
import type { RunningStatistics } from "../norm/batch-norm";
import type { Block, Numbers } from "../numbers";
import type { Layer } from "./layer";

/** Learned numbers by name, e.g. `0/weights` or `2/branch/1/gamma`. */
export type Parameters<A extends Numbers = Numbers> = Readonly<Record<string, Block<A>>>;

/** Running statistics of batch normalisations, by the path of their layer. */
export type Statistics<A extends Numbers = Numbers> = Readonly<
  Record<string, RunningStatistics<A>>
>;

/** Blocks by the path of the layer they belong to, e.g. `0` or `2/branch/1`. */
export type Blocks<A extends Numbers = Numbers> = Readonly<Record<string, Block<A>>>;

/** What a layer may read during a forward pass. */
export interface Context<A extends Numbers = Numbers> {
  readonly path: string;
  readonly parameters: Parameters<A>;
  readonly statistics: Statistics<A>;
  /** Whether batch normalisation uses the batch's own statistics. */
  readonly training: boolean;
}

export interface LayerGradients<A extends Numbers = Numbers> {
  /** By the layer's input. */
  readonly input: Block<A>;
  /** By its learned numbers, under their full names. */
  readonly parameters: Parameters<A>;
  /** By the results of layers inside it, by path. */
  readonly outputs: Blocks<A>;
}

/** One layer's result, and the way back through it. */
export interface Step<A extends Numbers = Numbers> {
  readonly output: Block<A>;
  /** Results of layers inside it, by path. */
  readonly outputs: Blocks<A>;
  /** Statistics after the pass, for those that changed. */
  readonly statistics: Statistics<A>;
  backward(outputGradient: Block<A>): LayerGradients<A>;
}

/** What the network must know of one kind of layer. Shapes are of one example, without the batch. */
export interface Rule<L extends Layer> {
  outputShape(layer: L, inputShape: readonly number[]): readonly number[];
  /** Shapes of learned numbers by their name within the layer; nested layers with their path. */
  parameterShapes(
    layer: L,
    inputShape: readonly number[],
  ): Readonly<Record<string, readonly number[]>>;
  forward<A extends Numbers>(layer: L, input: Block<A>, context: Context<A>): Step<A>;
}

/** A step of a layer that holds no others. */
export function plainStep<A extends Numbers>(
  output: Block<A>,
  backward: (outputGradient: Block<A>) => Omit<LayerGradients<A>, "outputs">,
  statistics: Statistics<A> = {},
): Step<A> {
  return {
    output,
    outputs: {},
    statistics,
    backward: (gradient) => ({ outputs: {}, ...backward(gradient) }),
  };
}

/** A layer's own learned numbers, or an error that names the missing one. */
export function parameter<A extends Numbers>(
  { path, parameters }: Context<A>,
  name: string,
): Block<A> {
  const block = parameters[`${path}/${name}`];
  if (!block) throw new ShapeMismatchError(`the network has no parameter ${path}/${name}`);
  return block;
}
