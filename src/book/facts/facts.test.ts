import { sizeChain } from "../../core/receptive-field/window-step";
import { expect, test } from "vitest";
import { conv2d } from "../../core/conv/conv2d";
import { fact } from "./fact";
import { facts, factNamed } from "./registry";
import { fixed, list, percent, scientific, whole } from "./format";
import { mixExample, mixFilters, mixInput, sobelX } from "./math/kernel-examples";
import { learnSobel } from "./math/learn-kernel";
import { type Grid, correlate } from "./math/one-channel";

test("numbers print with commas, a true minus, and no negative zero", () => {
  expect(whole(11643291)).toBe("11,643,291");
  expect(whole(-2)).toBe("−2");
  expect(fixed(2)(1234.567)).toBe("1,234.57");
  expect(fixed(2)(-0.0001)).toBe("0.00");
  expect(percent(1)(2 / 3)).toBe("66.7\u00a0%");
  expect(scientific(1)(9 ** -99)).toBe("3.4·10⁻⁹⁵");
  expect(list(whole)([1, -2])).toBe("1, −2");
});

test("a fact is computed once, when it is first read", () => {
  let computed = 0;
  const counted = fact("counting", () => ++computed, whole);
  expect(computed).toBe(0);
  expect([counted.text, counted.text]).toEqual(["1", "1"]);
});

test("every fact has a text and a source", () => {
  for (const [name, { text, source }] of Object.entries(facts)) {
    expect(text, name).toMatch(/\d/);
    expect(text, name).not.toMatch(/NaN|Infinity|undefined/);
    expect(source, name).not.toBe("");
  }
});

// Worked out by hand or counted in PyTorch, before the book was written.
test.each(
  Object.entries({
    "mix-parameters": "18",
    "sobel-diagonal": "4.243",
    "sobel-centre-magnitude": "178.885",
    "sobel-centre-angle": "26.565",
    "layer-macs": "691,200",
    "separable-weights": "8,768",
    "macs-100-20": "2,624,400",
    "macs-stack-21": "715,860",
    "stem-stack": "75,456",
    "inception-weights": "163,328",
    "inception-naive-macs": "303.5 M",
    "bottleneck-weights": "69,632",
    "chain-macs": "11,643,291",
    "chain-stride": "199 → 100 → 50 → 25 → 13 → 7 → 4 → 2 → 1",
    "field-square-share": "3.5\u00a0%",
    "field-lost": "18\u00a0%",
    "vgg-dense-parameters": "123,642,856",
    "lenet-parameters": "60,000",
    "overflow-float32": "28.4",
    "small-zero-layer": "69.97",
    "relu-trial-mean": "9.0226",
    "relu-trial-std": "13.21",
    "tanh-100": "0.071",
    "padding-7": "0.901",
    "torch-default-rms": "1.2·10⁻³⁹",
    "softmax-loss": "0.4170",
    "hand-next-weights": "0.83, −1.03, −0.10, 1.74",
    "hand-next-loss": "22.48",
    "hand-varied-gradient": "27",
    "small-net-weights": "9,098",
  }),
)("%s is %s", (name, text) => {
  expect(factNamed(name).text).toBe(text);
});

test("a name that no fact has is refused", () => {
  expect(() => factNamed("toString")).toThrow('no fact is named "toString"');
});

const square = (values: ArrayLike<number>, side: number): Grid =>
  Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, column) => values[row * side + column]!),
  );

test("the worked example agrees with core's convolution", () => {
  for (const filter of [1, 2] as const) {
    const { kernels, bias } = mixFilters[filter - 1]!;
    const interleaved = (grids: readonly Grid[]): Float32Array =>
      Float32Array.from(
        grids[0]!.flatMap((row, r) => row.flatMap((_, c) => grids.map((g) => g[r]![c]!))),
      );
    const { data } = conv2d({
      input: { shape: [1, 3, 3, 2], data: interleaved(mixInput) },
      weights: { shape: [2, 2, 2, 1], data: interleaved(kernels) },
      bias: [bias],
    });
    expect(square(data, 2)).toEqual(mixExample(filter).output);
  }
});

test("nine zeros learn Sobel's kernel from noise, and another one from a ramp", () => {
  const off = (kernel: Grid): number =>
    Math.max(...kernel.flatMap((row, r) => row.map((w, c) => Math.abs(w - sobelX[r]![c]!))));
  expect(off(learnSobel("noise").kernel)).toBeLessThan(0.005);
  expect(off(learnSobel("ramp").kernel)).toBeGreaterThan(0.5);
  const { losses } = learnSobel("ramp");
  expect(losses.at(-1)! / losses[0]!).toBeLessThan(0.01);
});

test("correlation does not turn the kernel", () => {
  expect(correlate([[0, 1, 0]], [[0, 0, 1]])).toEqual([[0]]);
  expect(correlate([[0, 0, 1]], [[0, 0, 1]])).toEqual([[1]]);
});

test("a chain stops where the window no longer fits, and where nothing shrinks", () => {
  expect(sizeChain(64, [{ kernelSize: 3 }]).at(-1)).toBe(2);
  expect(sizeChain(10, [{ kernelSize: 3, padding: 1 }])).toEqual([10]);
});
