import { normalAt, uniformAt } from "../../../core/random/philox";
import type { Examples } from "./small-network";

const CLASSES = 10;
const SEED = 3;
const CONTRAST = 0.5;
const NOISE = 0.5;

const STREAMS = { patterns: 100, labels: 200, noise: 300 } as const;

/** The secret pattern of a class: about a third of the dots light, the others dark. */
function pattern(label: number, dots: number): Float32Array {
  return Float32Array.from({ length: dots }, (_, index) =>
    normalAt({ seed: SEED, stream: STREAMS.patterns, step: label, index }) > 0.5 ? CONTRAST : 0,
  );
}

/**
 * Pictures of `side`×`side` dots in ten classes: each shows its class's pattern through Gaussian
 * noise as strong as the pattern's contrast. Another `draw` gives other examples of the same classes.
 */
export function patternExamples(count: number, side: number, draw: number): Examples {
  const dots = side * side;
  const patterns = Array.from({ length: CLASSES }, (_, label) => pattern(label, dots));
  const labels = Array.from({ length: count }, (_, index) =>
    Math.floor(CLASSES * uniformAt({ seed: SEED, stream: STREAMS.labels + draw, index })),
  );
  const inputs = labels.map((label, at) =>
    patterns[label]!.map(
      (value, index) =>
        value + NOISE * normalAt({ seed: SEED, stream: STREAMS.noise + draw, step: at, index }),
    ),
  );
  return { inputs, labels };
}
