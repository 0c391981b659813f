/** What a page may print as a bare number, and why; separated by spaces. */
export interface Declared {
  /** Chosen by the author: sizes of examples, settings, years, names. */
  readonly given: string;
  /** Printed by the notes' programs; compared with `measuredExperiments`. */
  readonly noted?: string;
  /** Follows from a formula, but stands where a `<Value>` cannot: the fact that it must equal. */
  readonly tied?: Readonly<Record<string, string>>;
}

/** By file name in `chapters`. Whole numbers up to twelve need no entry. */
export const declaredNumbers: Readonly<Record<string, Declared>> = {
  "01-channels-and-kernels.mdx": {
    given: "256 180 0.299 0.587 0.114 64 128 16 28 25 32 135",
  },
  "02-why-3x3.mdx": {
    // 25, 18: cells of a 5×5 kernel, weights of two 3×3; 159, 1024: the paper's total and its K.
    given: "224 227 199 100 20 64 96 31 49 200 256 28 192 32 25 18 159 1024 16 2013 2014 2020 2021",
    tied: { "55": "size-alexnet-227" },
  },
  "03-size-reduction.mdx": {
    given: "0.1 199 200 16 224 95 32 18 101 64 1998 2016",
    tied: {
      "112": "field-224-layers",
      "198": "chain-lost",
      "99": "chain-layers",
      "24": "field-spread-exact",
    },
  },
  "04-initialisation.mdx": {
    // 15314, 129302: issues of PyTorch; 65,504: the largest float16.
    given:
      "0.1 512 32 64 100 0.5 0.8 50 10,000 4,096 256 2.5 0.2 28 30 0.05 1,024 128 65,504 0.0001 2010 2019 15314 129302",
    noted: "0.0429 0.8416 0.84 0.0549 0.0794 3.7 5.7 0.4737 0.6989 9.019 15.995",
    tied: {
      "1.3546": "log-std-per-layer",
      "29": "exp1-all",
      "16": "relu-trial-rms",
      "81.49": "relu-trial-mean-square",
    },
  },
  "05-training.mdx": {
    given:
      "0.1 0.001 0.002 180 64 32 0.01 0.19 0.21 0.9 0.99 0.3 1.1 4,000 14 20 50 200 1,000 99 2017",
  },
  "errata.mdx": {
    given: "20 31 32 64 512 199 2013",
    noted: "0.0794",
    tied: { "16": "relu-trial-rms" },
  },
  "glossary.mdx": { given: "180" },
  "how-to-read.mdx": { given: "29 199" },
};
