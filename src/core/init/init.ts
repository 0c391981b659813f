/** Rules without settings, by their Keras and tfjs names. */
export type InitName =
  | "zeros"
  | "lecunNormal"
  | "lecunUniform"
  /** Xavier */
  | "glorotNormal"
  /** Xavier */
  | "glorotUniform"
  /** Kaiming */
  | "heNormal"
  /** Kaiming */
  | "heUniform"
  | "orthogonal"
  /** What PyTorch's Linear and Conv2d draw unless told otherwise: U(±1/√fan-in), biases too. */
  | "frameworkDefault";

/** How the first weights are drawn, as plain data. */
export type InitSpec =
  | InitName
  | { readonly name: "constant"; readonly value: number }
  /** N(0, deviation²) whatever the fan. */
  | { readonly name: "normal"; readonly deviation: number }
  /** U(−bound, bound) whatever the fan. */
  | { readonly name: "uniform"; readonly bound: number }
  /** Standard deviation gain/√fan-in. */
  | {
      readonly name: "scaled";
      readonly gain: number;
      readonly distribution: "normal" | "uniform" | "orthogonal";
    };

/** Inputs that one output adds up, and outputs that one input feeds. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** A rule with the fans put in: what a single weight is drawn from. */
export type InitLaw =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "normal"; readonly deviation: number }
  | { readonly kind: "uniform"; readonly bound: number }
  /** Rows or columns, whichever are fewer, at right angles and of length `gain`. */
  | { readonly kind: "orthogonal"; readonly gain: number };

/**
 * Fans of a weight tensor: `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` or
 * `[inputs, outputs]`. In a convolution every output adds up k²·C_in/g products and every input cell
 * goes into k²·C_out/g; PyTorch's `fan_out` leaves the groups out.
 */
export function fansOf(shape: readonly number[], groups = 1): Fans {
  const outputs = shape.at(-1)!;
  const inputs = shape.at(-2)!;
  const taps = shape.slice(0, -2).reduce((product, side) => product * side, 1);
  return { fanIn: taps * inputs, fanOut: (taps * outputs) / groups };
}

const normal = (variance: number): InitLaw => ({ kind: "normal", deviation: Math.sqrt(variance) });
const uniform = (variance: number): InitLaw => ({
  kind: "uniform",
  bound: Math.sqrt(3 * variance),
});

/**
 * The law that a rule means for given fans. Normal laws are not cut off.
 *
 * Sources: LeCun et al. 1998 §4.6 (1/fan-in), Glorot & Bengio 2010 (2/(fan-in + fan-out)),
 * He et al. 2015 (2/fan-in), Saxe et al. 2014 (orthogonal).
 */
export function initLaw(spec: InitSpec, { fanIn, fanOut }: Fans): InitLaw {
  if (typeof spec !== "string")
    switch (spec.name) {
      case "constant":
        return { kind: "constant", value: spec.value };
      case "normal":
        return { kind: "normal", deviation: spec.deviation };
      case "uniform":
        return { kind: "uniform", bound: spec.bound };
      case "scaled": {
        if (spec.distribution === "orthogonal") return { kind: "orthogonal", gain: spec.gain };
        const variance = spec.gain ** 2 / fanIn;
        return spec.distribution === "normal" ? normal(variance) : uniform(variance);
      }
    }
  switch (spec) {
    case "zeros":
      return { kind: "constant", value: 0 };
    case "lecunNormal":
      return normal(1 / fanIn);
    case "lecunUniform":
      return uniform(1 / fanIn);
    case "glorotNormal":
      return normal(2 / (fanIn + fanOut));
    case "glorotUniform":
      return uniform(2 / (fanIn + fanOut));
    case "heNormal":
      return normal(2 / fanIn);
    case "heUniform":
      return uniform(2 / fanIn);
    case "orthogonal":
      return { kind: "orthogonal", gain: 1 };
    case "frameworkDefault":
      return { kind: "uniform", bound: 1 / Math.sqrt(fanIn) };
  }
}

/**
 * Variance of one weight under a law; for an orthogonal matrix gain²/(the larger of its sides), as
 * each of its fewer rows or columns has length gain.
 */
export function lawVariance(law: InitLaw, { fanIn }: Fans, outputs = fanIn): number {
  switch (law.kind) {
    case "constant":
      return 0;
    case "normal":
      return law.deviation ** 2;
    case "uniform":
      return law.bound ** 2 / 3;
    case "orthogonal":
      return law.gain ** 2 / Math.max(fanIn, outputs);
  }
}
