import { drawLaw, drawWeights } from "../init/draw";
import { fansOf, initLaw, type InitSpec } from "../init/init";
import { stored, zeros, type Block, type Numbers } from "../numbers";
import { elementCount } from "../tensor";
import type { Layer, Network } from "./layer";
import { parameterShapes } from "./network";
import type { Parameters } from "./rule";

/** The layer at a path such as `0` or `2/branch/1`, or undefined. */
export function layerAt({ layers }: Network, path: string): Layer | undefined {
  const [first, ...rest] = path.split("/");
  let layer = layers[Number(first)];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    if (layer?.kind !== "residual") return undefined;
    layer = (rest[at] === "branch" ? layer.branch : (layer.shortcut ?? []))[Number(rest[at + 1])];
  }
  return layer;
}

const groupsOf = (layer: Layer | undefined): number =>
  layer?.kind === "conv" ? (layer.groups ?? 1) : 1;

/**
 * First parameters of a network: weights by the rule, gammas 1, betas and biases 0 (the framework's
 * default draws biases as it draws weights). Parameter number i of the network draws from stream i of
 * the seed, so a layer's first weights do not depend on the widths of the others.
 *
 * @throws {ShapeMismatchError | RequestError} as `parameterShapes`.
 */
export function initialParameters<A extends Numbers>(
  network: Network,
  spec: InitSpec,
  seed: number,
  like: A,
): Parameters<A> {
  const shapes = parameterShapes(network);
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape], stream): [string, Block<A>] => {
      const slash = name.lastIndexOf("/");
      const path = name.slice(0, slash);
      const role = name.slice(slash + 1);
      const count = elementCount(shape);
      if (role === "weights") {
        const groups = groupsOf(layerAt(network, path));
        return [name, drawWeights(spec, shape, { seed, stream }, { groups, like })];
      }
      if (role === "bias" && spec === "frameworkDefault") {
        const law = initLaw(spec, fansOf(shapes[`${path}/weights`]!));
        if (law.kind !== "orthogonal")
          return [name, { shape, data: stored(like, drawLaw(law, count, { seed, stream })) }];
      }
      const data = zeros(like, count);
      if (role === "gamma") data.fill(1);
      return [name, { shape, data }];
    }),
  );
}
