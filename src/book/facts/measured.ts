/** What many runs of one experiment gave: 5 %, 50 % and 95 % of the runs lie below. */
export interface Quantiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface MeasuredExperiment {
  readonly label: string;
  /** Weights and activation of one layer. */
  readonly layer: string;
  /** Runs, each from its own random seed. */
  readonly runs: number;
  readonly mean?: Quantiles;
  readonly deviation?: Quantiles;
  /** Where all runs end alike, what they end in. */
  readonly ending?: string;
  /** What the notes' single run printed. */
  readonly noted?: { readonly mean: number; readonly deviation: number };
  /** Share of our runs below the notes' standard deviation. */
  readonly notedRank?: number;
}

/**
 * The notes' experiments, repeated: width 512, depth 100, float32, PyTorch 1.13 on a CPU.
 * The numbers are those of `tests/golden/init.json`, which says how they were made.
 */
export const measuredExperiments = {
  exp1: { label: "1", layer: "N(0, 1), no activation", runs: 256, ending: "nan" },
  exp2: { label: "2", layer: "N(0, 1) × 0.01, no activation", runs: 400, ending: "0" },
  exp3: {
    label: "3",
    layer: "N(0, 1/n), no activation",
    runs: 1000,
    mean: { low: -0.0694696, median: -0.000397194, high: 0.070339 },
    deviation: { low: 0.559537, median: 0.911009, high: 1.50672 },
    noted: { mean: 0.0429, deviation: 0.8416 },
    notedRank: 0.394,
  },
  exp4: {
    label: "4",
    layer: "N(0, 1/n), tanh",
    runs: 500,
    mean: { low: -0.00491784, median: 0.000111041, high: 0.00507775 },
    deviation: { low: 0.0493149, median: 0.0676649, high: 0.0897042 },
    noted: { mean: 0.0009, deviation: 0.0549 },
    notedRank: 0.148,
  },
  exp5a: {
    label: "5a",
    layer: "Glorot uniform, tanh",
    runs: 500,
    mean: { low: -0.00519054, median: -0.000195179, high: 0.00478188 },
    deviation: { low: 0.0495382, median: 0.0665704, high: 0.0896861 },
    noted: { mean: 0.0024, deviation: 0.0794 },
    notedRank: 0.81,
  },
  exp5b: {
    label: "5b",
    layer: "Glorot uniform, ReLU",
    runs: 500,
    mean: { low: 1.80406e-16, median: 4.02872e-16, high: 8.90879e-16 },
    deviation: { low: 2.61669e-16, median: 5.92525e-16, high: 1.29105e-15 },
    noted: { mean: 3.7465e-16, deviation: 5.6924e-16 },
    notedRank: 0.466,
  },
  exp6: {
    label: "6",
    layer: "N(0, 2/n), ReLU",
    runs: 1000,
    mean: { low: 0.187115, median: 0.428111, high: 0.927461 },
    deviation: { low: 0.277363, median: 0.628693, high: 1.3784 },
    noted: { mean: 0.4737, deviation: 0.6989 },
    notedRank: 0.597,
  },
} satisfies Record<string, MeasuredExperiment>;

/** The 10,000-trial loop, repeated 400 times: mean and root mean square of relu(a @ x). */
export const measuredRelu = {
  repeats: 400,
  mean: { low: 9.01237, median: 9.02304, high: 9.03451 },
  rms: { low: 15.9852, median: 16.0007, high: 16.017 },
  noted: { mean: 9.01886348772049, rms: 15.995159460657934 },
};

/** First layer at which something happens, and the share of runs where it does. */
export const measuredLayers = {
  "exp1-any-nonfinite": { layer: 28, runs: 256, of: 256 },
  "exp1-all-nonfinite": { layer: 29, runs: 239, of: 256 },
  "exp2-all-zero": { layer: 70, runs: 398, of: 400 },
  "exp2-flush-all-zero": { layer: 60, runs: 399, of: 400 },
  "exp1-f16-any-nonfinite": { layer: 4, runs: 256, of: 256 },
  "exp1-f16-all-nonfinite": { layer: 5, runs: 256, of: 256 },
  "exp2-f16-all-zero": { layer: 13, runs: 256, of: 256 },
  "exp2-f16-flush-all-zero": { layer: 8, runs: 256, of: 256 },
} as const;

/** Median of ln(gradient at the input ÷ gradient at the output), 50 layers, width 256, 200 runs. */
export const measuredGradients = {
  linear_1: -0.066146,
  tanh_1: -2.23928,
  tanh_gain2m: 3.59786,
  "tanh_2.5": 11.3409,
} as const;
