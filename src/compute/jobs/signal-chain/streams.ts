/**
 * Which random sequence is what. Streams of a seed: 0 the input, l the weights of layer l, counted from
 * 1, and one for the gradient sent back. Steps of a layer's stream tell its uses apart.
 */
export const INPUT_STREAM = 0;
export const GRADIENT_STREAM = 0x10000;
export const steps = { literal: 0, forward: 1, backward: 2, signs: 3 } as const;
