import type { ShrinkState } from "../state";
import { runsOf, sizeLines, type Example } from "./recipe";

/** The weight of one tap as an expression of `k`, `i`, `j` and `layer`. */
function weightExpression({ kernel }: ShrinkState): string {
  const middle =
    "Math.max(0, 1 - Math.abs(i - (k - 1) / 2)) * Math.max(0, 1 - Math.abs(j - (k - 1) / 2))";
  return {
    blur: "1 / k ** 2",
    bell: "(choose(k - 1, i) * choose(k - 1, j)) / 4 ** (k - 1)",
    middle,
    edge: "layer === 0 ? Math.sign(j - (k - 1) / 2) / (Math.floor(k / 2) * k) : 1 / k ** 2",
    sharpen: `2 * ${middle} - 1 / k ** 2`,
    he: "",
  }[kernel];
}

function kernelLines(state: ShrinkState): readonly string[] {
  const times = state.gain === 1 ? "" : `.mul(${state.gain})`;
  if (state.kernel === "he")
    return [
      "// The same law as the figure's, other draws.",
      "const kernel = (k, layer) =>",
      `  tf.randomNormal([k, k, 1, 1], 0, Math.sqrt(2 / k ** 2), "float32", ${state.seed} * 1000 + layer)${times};`,
    ];
  return [
    ...(state.kernel === "bell"
      ? ["const choose = (n, i) => (i === 0 ? 1 : (choose(n, i - 1) * (n - i + 1)) / i);"]
      : []),
    `const weight = (k, layer, i, j) => ${weightExpression(state)};`,
    "const kernel = (k, layer) =>",
    "  tf.tensor(",
    "    Array.from({ length: k * k }, (_, at) => weight(k, layer, Math.floor(at / k), at % k)),",
    "    [k, k, 1, 1],",
    `  )${times};`,
  ];
}

/** The same with tfjs, an ES module; `null` where tfjs has no such convolution. */
export function tfjsCode({ state, chain, cost, last: impulse }: Example): string | null {
  if (
    chain.layers.some(({ kind, stride, dilation }) => kind === "conv" && stride > 1 && dilation > 1)
  )
    return null;
  const runs = runsOf(chain).map(([text, times]) => `  ...Array(${times}).fill([${text}]),`);
  return [
    'import * as tf from "@tensorflow/tfjs";',
    "",
    "const layers = [",
    ...runs,
    "];",
    ...kernelLines(state),
    "",
    `const n = ${state.side};`,
    "const start = tf.buffer([1, n, n, 1]);",
    "start.set(1, 0, Math.floor(n / 2), Math.floor(n / 2), 0);",
    "let x = start.toTensor();",
    "const sizes = [n];",
    "let [parameters, macs, convs] = [0, 0, 0];",
    "for (const [kind, k, s, p, d] of layers) {",
    '  if (kind === "conv") {',
    "    const padded = x.pad([[0, 0], [p, p], [p, p], [0, 0]]);",
    `    x = tf.conv2d(padded, kernel(k, convs), s, "valid", "NHWC", d)${state.relu ? ".relu()" : ""};`,
    "    convs += 1;",
    "    parameters += k * k + 1;",
    "    macs += k * k * x.size;",
    '  } else x = (kind === "max" ? tf.maxPool : tf.avgPool)(x, k, s, "valid");',
    "  sizes.push(x.shape[1]);",
    "}",
    "",
    'console.log(sizes.map((size) => `${size}x${size}`).join(" > "));',
    "const expected = [",
    ...sizeLines(chain).map((line) => line.slice(2)),
    "];",
    'if (sizes.join() !== expected.join()) throw new Error("other sizes");',
    `if (parameters !== ${cost.parameters} || macs !== ${cost.macs}) throw new Error("another price");`,
    ...(impulse === null
      ? []
      : [
          "// What one white pixel in the middle still weighs at the end:",
          "const [last] = await x.data();",
          `if (!(Math.abs(last / ${impulse.toPrecision(6)} - 1) < 1e-3)) throw new Error(\`\${last}\`);`,
        ]),
  ].join("\n");
}
