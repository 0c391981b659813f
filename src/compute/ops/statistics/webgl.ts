import type { Texture, WebglContext } from "../../device/webgl/context";
import { BLOCK, COUNT, GATHER, SUMS } from "./measure-glsl";
import type { LayerMeasures } from "./meter";

/** Layers on the device: four units a texel, rows of columns, columns of a group side by side. */
export interface LayerStack {
  /** `[groups][columns][units]` */
  readonly values: WebGLTexture;
  /** Slopes of the activation that made them, alike. */
  readonly slopes: WebGLTexture;
  readonly groups: number;
  readonly columns: number;
  /** A multiple of 4. */
  readonly units: number;
}

/**
 * Measures all layers of a stack at once, as a `Meter` measures one: a tree of counts by the bits of
 * each number, then two trees of sums scaled by the largest; three numbers a layer are read, behind one
 * fence. Sums are float32 over a block of numbers at a time. For devices that store float32.
 */
export async function measureOnWebgl(
  context: WebglContext,
  stack: LayerStack,
): Promise<readonly LayerMeasures[]> {
  const { groups, columns, units } = stack;
  const held: Texture[] = [];
  const count = units * columns;
  const across = units / 4;
  const leaves = Math.ceil((across * columns) / BLOCK);
  const shape = { values: stack.values, across, columns };

  /** Leaves by a program, gathered until one is left a row. */
  function tree(source: string, height: number, uniforms: object): Texture {
    const counting = source === COUNT;
    let level = context.target(leaves, height);
    held.push(level);
    context.draw({ source, uniforms: { ...shape, ...uniforms }, target: level });
    while (level.width > 1) {
      const target = context.target(Math.ceil(level.width / BLOCK), height);
      held.push(target);
      const below = { leaves: level.texture, width: level.width, counting };
      context.draw({ source: GATHER, uniforms: below, target });
      level = target;
    }
    return level;
  }

  try {
    const counts = tree(COUNT, groups * 2, { slopes: stack.slopes });
    const roots = { counts: counts.texture, count };
    // A texture of its own stands in where there are no sums yet.
    const plain = tree(SUMS, groups, { ...roots, sums: counts.texture, centred: false });
    const centred = tree(SUMS, groups, { ...roots, sums: plain.texture, centred: true });
    const read = (await context.read(
      [counts, plain, centred].map(({ texture, width, height }) => ({
        texture,
        width,
        height,
        kind: "float",
      })),
    )) as readonly Float32Array[];
    const [kinds, sums, spreads] = read as [Float32Array, Float32Array, Float32Array];
    return Array.from({ length: groups }, (_, group) =>
      measuresOf(
        count,
        units,
        kinds.subarray(group * 8, group * 8 + 8),
        sums.subarray(group * 4, group * 4 + 2),
        spreads.subarray(group * 4, group * 4 + 2),
      ),
    );
  } finally {
    for (const texture of held) texture.release();
  }
}

function measuresOf(
  count: number,
  units: number,
  kinds: Float32Array,
  [sum = 0, squares = 0]: Float32Array,
  [away = 0, spread = 0]: Float32Array,
): LayerMeasures {
  const [largest = 0, zero = 0, subnormal = 0, infinite = 0, nan = 0, flat = 0, dead = 0] = kinds;
  const shares = {
    largest,
    zero: zero / count,
    subnormal: subnormal / count,
    infinite: infinite / count,
    nan: nan / count,
    saturated: flat / count,
    dead: dead / units,
  };
  if (nan + infinite > 0) {
    const logRms = nan > 0 ? Number.NaN : Infinity;
    return { logRms, mean: Number.NaN, deviation: Number.NaN, ...shares };
  }
  if (largest === 0) return { logRms: -Infinity, mean: 0, deviation: 0, ...shares };
  const scale = 2 ** Math.min(Math.max(Math.floor(Math.log2(largest)), -126), 126);
  return {
    logRms: Math.log10(squares / count) / 2 + Math.log10(scale),
    mean: (sum / count + away / count) * scale,
    deviation: Math.sqrt(Math.max(spread - (away * away) / count, 0) / (count - 1)) * scale,
    ...shares,
  };
}

/**
 * Whether this device's programs tell NaN, infinities and 0 from numbers: some drivers fold such
 * questions away. Where not, numbers are counted on the processor only.
 */
export async function tellsNumbersApart(context: WebglContext): Promise<boolean> {
  const odd = Float32Array.of(NaN, Infinity, -Infinity, 0, -0, 1, -2, NaN);
  const texture = context.upload(2, 1, odd);
  try {
    const stack = { values: texture.texture, slopes: texture.texture };
    const [found] = await measureOnWebgl(context, { ...stack, groups: 1, columns: 1, units: 8 });
    const { nan, infinite, zero, largest } = found!;
    return nan === 2 / 8 && infinite === 2 / 8 && zero === 2 / 8 && largest === 2;
  } finally {
    texture.release();
  }
}
