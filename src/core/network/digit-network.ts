import type { Network } from "./layer";

/** The book's first network: 1 → 8 → 16 maps, 9,098 parameters, 290,080 multiply-accumulates. */
export const digitNetwork: Network = {
  inputShape: [28, 28, 1],
  layers: [
    { kind: "conv", filters: 8, size: 3, padding: "same" },
    { kind: "activation", activation: "relu" },
    { kind: "maxPool", size: 2 },
    { kind: "conv", filters: 16, size: 3, padding: "same" },
    { kind: "activation", activation: "relu" },
    { kind: "maxPool", size: 2 },
    { kind: "flatten" },
    { kind: "dense", units: 10 },
  ],
};
