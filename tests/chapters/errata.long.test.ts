import { expect, test } from "vitest";
import { wholeChapter } from "../../src/dev/build/whole-chapter";
import { firstFrame } from "../../src/widget-kit/first-frame";
import { readHash } from "../../src/widget-kit/link/hash";
import { widgetLoaders } from "../../src/widgets/registry";

/** Widget of every figure that an erratum links to, by the figure's id. */
const figures: Readonly<Record<string, string>> = {
  bench: "filter-bench",
  ruler: "size-ruler",
  duel: "object-duel",
  stack: "kernel-stack",
  mixer: "channel-mixer",
  "shrink-machine": "shrink-machine",
  race: "signal-race",
  trials: "product-trials",
  lab: "gain-lab",
  hand: "step-trainer",
  "digit-trainer": "digit-trainer",
};

/** What the linked figure says, in words, of what holds in place of the note. */
const said: Readonly<Record<string, RegExp>> = {
  "feature-maps": /3 by 3 by 3 turn the picture .* 256 by 256 pixels into 254 by 254 by 4/,
  "single-channel": /^1 filter of 3 by 3 by 3 turns .* into 254 by 254 by 1/,
  representation: /strongest response, .* is at row/,
  "kernel-filter": /^1 filter of 3 by 3 by 3/,
  "learns-in-backprop": /position 14 of 19\. Backward\./,
  angle: /gx is -?[\d.]+ and gy is 0, so the magnitude/,
  convolve: /Sobel x\) is 0\.0\d+ everywhere/,
  "small-learns-more": /both see 5 × 5\. The stack has 28 % fewer weights/,
  "misses-small-objects": /their largest difference is exactly 0/,
  duplicates: /The window fits at 8 places/,
  "throwing-out": /10 becomes 8/,
  "not-with-2x2": /padding 0 before and 1 after, kernel 2.*so the size is kept/,
  floor: /so the last cell is never read/,
  "pre-trained-authors": /10 by 10 by 1 numbers from 10 by 10 by 200/,
  "one-by-one-non-linear": /the mixing alone is a straight line/,
  "nearly-always": /the single kernel wins/,
  assumptions: /8 layers/,
  logits: /ReLU makes every negative z 0/,
  "mean-zero-std-one": /relu\. The signal held/,
  normalised: /weights of deviation 1, no activation\. The signal exploded/,
  "matrix-input":
    /came at layer 28, in the one run\. Nothing finite was left from layer (29|30) on/,
  "try-except": /At layer 60 the scale is not a number/,
  "vanishing-gradients": /The signal vanished/,
  "exactly-zero": /float64 still holds it: after 100 layers its scale was 2\.\d+e−65/,
  "variance-512": /At layer 2 the scale is 5\d\d\.?\d*, and theory says 512/,
  "each-layer-one": /The signal held: .* \(nine runs in ten: 0\.5\d* to 1\.5/,
  "real-time": /Without an activation the 2 layers are one 5 × 5 kernel/,
  decent: /tanh\. The signal shrank/,
  empirically: /uniform weights of deviation 1\/√n, tanh/,
  "formula-typo": /Experiment 5a/,
  "xavier-keeps-one": /its scale was 0\.06\d* \(nine runs in ten: 0\.0[45]\d* to 0\.0[89]/,
  "two-fives": /Experiment 5b/,
  "std-16": /root mean square 1[56]\.\d+/,
  "he-mean-zero": /the mean is (8\.9|9\.[01])/,
  "kaiming-fan": /weights of deviation 2\/√n, relu\. The signal grew/,
  "mostly-he": /uniform weights of deviation 0\.5774\/√n, relu\. The signal shrank/,
  "custom-aim": /slope of the map 1\.144/,
  "exact-function": /learns from 4,000 generated digits/,
  once: /^Training step 4/,
  root: /The walk starts at the loss/,
  "change-ratio": /dL\/dw at row 0, column 0 = 17/,
  "fits-perfectly": /100 % of them with a label drawn by dice/,
};

const { source } = wholeChapter("chapters/errata.mdx");
const notes = [...source.matchAll(/<SeedNote id="([^"]+)".*?<\/SeedNote>/gs)].map(([text, id]) => ({
  id: id!,
  hash: /\]\(\.\.\/[^/)]+\/(#w\.[^)]+)\)\s*<\/SeedNote>$/.exec(text)?.[1],
}));

test("every erratum ends in a link that sets a figure, and is accounted for here", () => {
  expect(notes.filter(({ hash }) => !hash)).toEqual([]);
  expect(notes.map(({ id }) => id)).toEqual(Object.keys(said));
});

test.each(notes)(
  "the figure that $id links to says what holds",
  { timeout: 60_000 },
  async (note) => {
    const [[figure, text]] = [...readHash(note.hash!).widgets] as [[string, string]];
    const { default: widget } = await widgetLoaders[`./${figures[figure]}/index.ts`]!();
    const { schema, model } = widget;
    const { state, notes: mended } = schema.parse(text);
    expect(mended).toEqual([]);
    const { result } = await firstFrame(widget, state, {});
    expect(model.describe(model.derive(state, result, {}))).toMatch(said[note.id]!);
  },
);
