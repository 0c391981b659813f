import type { Chain } from "../chain";
import type { ShrinkState } from "../state";
import { runsOf, sizeLines, type Example } from "./recipe";

/** Lines of `def kernel(k, layer)`, in NumPy. */
function kernelLines({ kernel, gain, seed }: ShrinkState): readonly string[] {
  const times = gain === 1 ? "" : `${gain} * `;
  const flat = "np.full((k, k), 1 / k**2)";
  const middle = "row = np.maximum(0, 1 - abs(np.arange(k) - (k - 1) / 2))";
  const body: Readonly<Record<typeof kernel, readonly string[]>> = {
    blur: [`return ${times}${flat}`],
    bell: [
      "row = np.array([comb(k - 1, i) for i in range(k)]) / 2 ** (k - 1)",
      `return ${times}np.outer(row, row)`,
    ],
    middle: [middle, `return ${times}np.outer(row, row)`],
    edge: [
      "row = np.sign(np.arange(k) - (k - 1) / 2) / (k // 2 * k)",
      `return ${times}(np.tile(row, (k, 1)) if layer == 0 else ${flat})`,
    ],
    sharpen: [middle, `return ${times}(2 * np.outer(row, row) - 1 / k**2)`],
    he: [
      "# The same law as the figure's, other draws.",
      `return ${times}np.random.default_rng([${seed}, layer]).normal(0, (2 / k**2) ** 0.5, (k, k))`,
    ],
  };
  return ["def kernel(k, layer):", ...body[kernel].map((line) => `    ${line}`)];
}

function layerLines(chain: Chain): readonly string[] {
  const runs = runsOf(chain).map(([text, times]) =>
    times === 1 ? `[(${text})]` : `[(${text})] * ${times}`,
  );
  if (runs.length === 1) return [`layers = ${runs[0]}`];
  return ["layers = (", ...runs.map((run, at) => `    ${at > 0 ? "+ " : ""}${run}`), ")"];
}

function checkLines({ chain, cost, last: impulse }: Example, last: string) {
  return [
    'print(" > ".join(f"{s}x{s}" for s in sizes))',
    "assert sizes == [",
    ...sizeLines(chain),
    "]",
    `assert parameters == ${cost.parameters} and macs == ${cost.macs}`,
    ...(impulse === null
      ? []
      : [
          "# What one white pixel in the middle still weighs at the end:",
          `assert abs(${last} / ${impulse.toPrecision(6)} - 1) < 1e-3`,
        ]),
  ];
}

/** One white pixel through the whole chain in NumPy. */
export function numpyCode(example: Example): string {
  const { state, chain } = example;
  return [
    ...(state.kernel === "bell" ? ["from math import comb"] : []),
    "import numpy as np",
    "from numpy.lib.stride_tricks import sliding_window_view",
    "",
    ...layerLines(chain),
    "",
    ...kernelLines(state),
    "",
    `n = ${state.side}`,
    "x = np.zeros((n, n))",
    "x[n // 2, n // 2] = 1",
    "sizes, parameters, macs, convs = [n], 0, 0, 0",
    "for kind, k, s, p, d in layers:",
    "    reach = (k - 1) * d + 1",
    "    windows = sliding_window_view(np.pad(x, p), (reach, reach))[::s, ::s, ::d, ::d]",
    '    if kind == "conv":',
    '        x = np.einsum("yxij,ij->yx", windows, kernel(k, convs))',
    ...(state.relu ? ["        x = np.maximum(x, 0)"] : []),
    "        convs += 1",
    "        parameters += k * k + 1",
    "        macs += k * k * x.size",
    "    else:",
    '        x = windows.max((2, 3)) if kind == "max" else windows.mean((2, 3))',
    "    sizes.append(len(x))",
    "",
    ...checkLines(example, "x.item()"),
  ].join("\n");
}

/** The same with PyTorch's layers. */
export function pytorchCode(example: Example): string {
  const { state, chain } = example;
  return [
    ...(state.kernel === "bell" ? ["from math import comb"] : []),
    "import numpy as np",
    "import torch",
    "from torch import nn",
    "",
    ...layerLines(chain),
    "",
    ...kernelLines(state),
    "",
    `n = ${state.side}`,
    "x = torch.zeros(1, 1, n, n)",
    "x[0, 0, n // 2, n // 2] = 1",
    "sizes, parameters, macs, convs = [n], 0, 0, 0",
    "with torch.no_grad():",
    "    for kind, k, s, p, d in layers:",
    '        if kind == "conv":',
    "            layer = nn.Conv2d(1, 1, k, stride=s, padding=p, dilation=d)",
    "            layer.weight.copy_(torch.from_numpy(kernel(k, convs)))",
    "            layer.bias.zero_()",
    `            x = layer(x)${state.relu ? ".relu()" : ""}`,
    "            convs += 1",
    "            parameters += sum(w.numel() for w in layer.parameters())",
    "            macs += layer.weight.numel() * x.numel()",
    "        else:",
    '            x = (nn.MaxPool2d if kind == "max" else nn.AvgPool2d)(k, s)(x)',
    "        sizes.append(x.shape[-1])",
    "",
    ...checkLines(example, "x.item()"),
  ].join("\n");
}
