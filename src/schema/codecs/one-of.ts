import type { Codec } from "../codec";

/** One of a list of words or numbers, written as it is. `usual` is the first one unless given. */
export function oneOf<const T extends string | number>(
  values: readonly [T, ...T[]],
  usual: NoInfer<T> = values[0],
): Codec<T> {
  const byText = new Map(values.map((value) => [String(value), value]));
  return {
    default: usual,
    parse: (text) => byText.get(text) ?? null,
    serialize: String,
    equals: (a, b) => a === b,
  };
}
