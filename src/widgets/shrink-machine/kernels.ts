import { normals } from "../../core/random/fill";

export const kernelKinds = ["blur", "bell", "middle", "edge", "sharpen", "he"] as const;

export type KernelKind = (typeof kernelKinds)[number];

/** As menus show them, with what each does to the numbers. */
export const kernelNames: Readonly<Record<KernelKind, string>> = {
  blur: "mean of the window",
  bell: "bell-shaped mean",
  middle: "only the middle tap",
  edge: "an edge filter, then means",
  sharpen: "sharpen, again and again",
  he: "random (He)",
};

/** Kinds whose maps have two signs. */
export const signedKinds: ReadonlySet<KernelKind> = new Set(["edge", "sharpen", "he"]);

export interface KernelChoice {
  readonly kind: KernelKind;
  readonly size: number;
  readonly gain: number;
  readonly seed: number;
}

/** Gives each layer its kernel, `[size, size]`; the same array for the same layer and choice. */
export type KernelSource = (choice: KernelChoice, layer: number) => Float32Array;

/** Keeps the kernels of the last choice: engines and comparisons know arrays by identity. */
export function createKernelSource(): KernelSource {
  let key = "";
  let kept = new Map<string, Float32Array>();
  return (choice, layer) => {
    const { kind, size, gain, seed } = choice;
    const wanted = [kind, size, gain, kind === "he" ? seed : 0].join();
    if (wanted !== key) {
      key = wanted;
      kept = new Map();
    }
    // Only random kernels, and the first of "edge", are a layer's own.
    const which = kind === "he" ? layer : kind === "edge" && layer === 0 ? "first" : "all";
    const known = kept.get(String(which));
    if (known) return known;
    const made = Float32Array.from(weights(choice, layer), (weight) => gain * weight);
    kept.set(String(which), made);
    return made;
  };
}

function weights({ kind, size, seed }: KernelChoice, layer: number): readonly number[] {
  switch (kind) {
    case "blur":
      return mean(size);
    case "bell":
      return outer(binomial(size));
    case "middle":
      return outer(middle(size));
    case "edge":
      return layer === 0 ? edge(size) : mean(size);
    case "sharpen": {
      const around = mean(size);
      return outer(middle(size)).map((weight, tap) => 2 * weight - around[tap]!);
    }
    case "he":
      return [...normals(size * size, { seed, stream: layer })].map(
        (weight) => weight * Math.sqrt(2 / (size * size)),
      );
  }
}

const mean = (size: number): readonly number[] =>
  Array.from({ length: size * size }, () => 1 / (size * size));

const outer = (axis: readonly number[]): readonly number[] =>
  axis.flatMap((a) => axis.map((b) => a * b));

/** Row `size − 1` of Pascal's triangle over its sum. */
function binomial(size: number): readonly number[] {
  let row = [1];
  for (let n = 1; n < size; n++)
    row = [...row, 0].map((value, at) => (value + (row[at - 1] ?? 0)) / 2);
  return row;
}

/** 1 on the middle tap; of an even side, a half on each of the two. */
function middle(size: number): readonly number[] {
  const centre = (size - 1) / 2;
  return Array.from({ length: size }, (_, at) => Math.max(0, 1 - Math.abs(at - centre)));
}

/** Mean of the right half less mean of the left half. */
function edge(size: number): readonly number[] {
  const half = Math.floor(size / 2) * size;
  return Array.from({ length: size * size }, (_, tap) => {
    const side = Math.sign((tap % size) - (size - 1) / 2);
    return side === 0 ? 0 : side / half;
  });
}
