import { ShapeMismatchError } from "../errors";
import { zeros, type Block, type Numbers } from "../numbers";
import type { Layer, ResidualLayer } from "./layer";
import type { Blocks, Context, LayerGradients, Rule, Step } from "./rule";
import { convRule } from "./rules/conv";
import { denseRule, flattenRule } from "./rules/dense";
import { activationRule, batchNormRule } from "./rules/pointwise";
import { globalAverageRule, poolRule } from "./rules/pool";

/** Path of layer `at` of the chain at `path`; the outermost chain's path is "". */
const inside = (path: string, at: number): string => (path === "" ? `${at}` : `${path}/${at}`);

/** Shapes after every layer of a chain, for one example. */
export function chainShapes(
  layers: readonly Layer[],
  inputShape: readonly number[],
): readonly (readonly number[])[] {
  const shapes: (readonly number[])[] = [];
  for (const layer of layers)
    shapes.push(ruleOf(layer).outputShape(layer, shapes.at(-1) ?? inputShape));
  return shapes;
}

/** Shapes of all learned numbers of a chain, by name, in the order of the layers. */
export function chainParameterShapes(
  layers: readonly Layer[],
  inputShape: readonly number[],
): Readonly<Record<string, readonly number[]>> {
  const shapes = [inputShape, ...chainShapes(layers, inputShape)];
  return Object.fromEntries(
    layers.flatMap((layer, at) =>
      Object.entries(ruleOf(layer).parameterShapes(layer, shapes[at]!)).map(([name, shape]) => [
        `${at}/${name}`,
        shape,
      ]),
    ),
  );
}

/** Runs a chain of layers forward; the step's `outputs` hold every layer's result by path. */
export function chainForward<A extends Numbers>(
  layers: readonly Layer[],
  input: Block<A>,
  context: Context<A>,
): Step<A> {
  const steps: Step<A>[] = [];
  const outputs: Record<string, Block<A>> = {};
  const statistics: Record<string, Step<A>["statistics"][string]> = {};
  layers.forEach((layer, at) => {
    const path = inside(context.path, at);
    const step = ruleOf(layer).forward(layer, steps.at(-1)?.output ?? input, { ...context, path });
    Object.assign(outputs, step.outputs, { [path]: step.output });
    Object.assign(statistics, step.statistics);
    steps.push(step);
  });
  return {
    output: steps.at(-1)?.output ?? input,
    outputs,
    statistics,
    backward: (outputGradient) => backThrough(steps, outputGradient, context.path),
  };
}

function backThrough<A extends Numbers>(
  steps: readonly Step<A>[],
  outputGradient: Block<A>,
  path: string,
): LayerGradients<A> {
  const outputs: Record<string, Block<A>> = {};
  const parameters: Record<string, Block<A>> = {};
  let gradient = outputGradient;
  for (let at = steps.length - 1; at >= 0; at--) {
    outputs[inside(path, at)] = gradient;
    const back = steps[at]!.backward(gradient);
    Object.assign(parameters, back.parameters);
    Object.assign(outputs, back.outputs);
    gradient = back.input;
  }
  return { input: gradient, parameters, outputs };
}

function combined<A extends Numbers>(a: Block<A>, b: Block<A>, scale: number): Block<A> {
  if (a.shape.join() !== b.shape.join())
    throw new ShapeMismatchError(
      `the branch gives ${b.shape.join("×")}, the shortcut ${a.shape.join("×")}`,
    );
  const data = zeros(a.data, a.data.length);
  for (let at = 0; at < data.length; at++) data[at] = a.data[at]! + scale * b.data[at]!;
  return { shape: a.shape, data };
}

function scaled<A extends Numbers>({ shape, data }: Block<A>, scale: number): Block<A> {
  const result = zeros(data, data.length);
  for (let at = 0; at < data.length; at++) result[at] = scale * data[at]!;
  return { shape, data: result };
}

const prefixed = <T>(prefix: string, record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).map(([name, value]) => [`${prefix}/${name}`, value]);

const residualRule: Rule<ResidualLayer> = {
  outputShape({ branch, shortcut = [] }, inputShape) {
    const end = (layers: readonly Layer[]) => chainShapes(layers, inputShape).at(-1) ?? inputShape;
    if (end(branch).join() !== end(shortcut).join())
      throw new ShapeMismatchError(
        `the branch gives ${end(branch).join("×")}, the shortcut ${end(shortcut).join("×")}`,
      );
    return end(branch);
  },

  parameterShapes: ({ branch, shortcut = [] }, inputShape) =>
    Object.fromEntries([
      ...prefixed("branch", chainParameterShapes(branch, inputShape)),
      ...prefixed("shortcut", chainParameterShapes(shortcut, inputShape)),
    ]),

  forward({ branch, shortcut = [], scale = 1 }, input, context) {
    const { path } = context;
    const main = chainForward(branch, input, { ...context, path: `${path}/branch` });
    const side = chainForward(shortcut, input, { ...context, path: `${path}/shortcut` });
    return {
      output: combined(side.output, main.output, scale),
      outputs: { ...main.outputs, ...side.outputs },
      statistics: { ...main.statistics, ...side.statistics },
      backward(gradient) {
        const back = main.backward(scaled(gradient, scale));
        const around = side.backward(gradient);
        return {
          input: combined(around.input, back.input, 1),
          parameters: { ...back.parameters, ...around.parameters },
          outputs: { ...back.outputs, ...around.outputs } as Blocks<typeof gradient.data>,
        };
      },
    };
  },
};

const rules = {
  conv: convRule,
  maxPool: poolRule,
  averagePool: poolRule,
  globalAverage: globalAverageRule,
  dense: denseRule,
  activation: activationRule,
  batchNorm: batchNormRule,
  flatten: flattenRule,
  residual: residualRule,
} satisfies { readonly [K in Layer["kind"]]: Rule<Extract<Layer, { readonly kind: K }>> };

function ruleOf(layer: Layer): Rule<Layer> {
  return rules[layer.kind] as Rule<Layer>;
}
