import type { CodeExample } from "../../widget-kit/define-widget";
import { DESK_BIAS, MIXTURE } from "./mixing";
import type { MixerModel } from "./model";
import type { MixerState } from "./schema";
import { tfjsListing } from "./tfjs";

const philox = `def normals(count, seed, stream):
    # Philox4x32-10 (Salmon and others, 2011), then Box and Muller; count is a multiple of 4
    n, u = count // 4, np.uint64
    c = [np.arange(n, dtype=u), np.zeros(n, u), np.full(n, stream, u), np.zeros(n, u)]
    k, low = [seed, 0], u(0xFFFFFFFF)
    for _ in range(10):
        p, q = c[0] * u(0xD2511F53), c[2] * u(0xCD9E8D57)
        c = [(q >> u(32)) ^ c[1] ^ u(k[0]), q & low, (p >> u(32)) ^ c[3] ^ u(k[1]), p & low]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    v = ((np.stack(c, axis=1).reshape(-1, 2) >> u(8)).astype(float) + 0.5) / 2**24
    radius, angle = np.sqrt(-2 * np.log(v[:, 0])), 2 * np.pi * v[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).ravel()
`;

/** The desk's work in NumPy, PyTorch and tfjs, checked against the number at the chosen pixel. */
export function codeExamples(state: MixerState, model?: MixerModel): CodeExample[] {
  return [
    { language: "numpy", code: listing(state, model, false) },
    { language: "pytorch", code: listing(state, model, true) },
    { language: "tfjs", code: tfjsListing(state, model) },
  ];
}

function listing(state: MixerState, model: MixerModel | undefined, torch: boolean): string {
  const head = torch
    ? "import numpy as np\nimport torch\nimport torch.nn.functional as F\n"
    : "import numpy as np\n";
  const mix = torch
    ? `def mix(x, w, b):  # a convolution with a kernel of 1 × 1
    channels_first = torch.tensor(x, dtype=torch.float32).permute(2, 0, 1)[None]
    kernel = torch.tensor(w, dtype=torch.float32)[None, :, None, None]
    return (F.conv2d(channels_first, kernel) + b)[0, 0].numpy()
`
    : `def mix(x, w, b):  # the same weighted sum at every pixel
    return x @ w + b
`;
  return [
    head,
    state.task === "unmix" ? "" : `\n${philox}`,
    `\n${mix}`,
    `\n${body(state, model)}`,
  ].join("");
}

function body(state: MixerState, model: MixerModel | undefined): string {
  const { task, seed, row, column, weights, a, b, relu } = state;
  if (task === "unmix")
    return `row, column = np.mgrid[:24, :24]
sources = np.stack([column // 3 % 2 == 0, np.hypot(row - 11.5, column - 11.5) < 8, row / 23], axis=2)
mixture = np.array(${JSON.stringify(MIXTURE)})
x = sources @ mixture.T  # three channels, each a mixture of all sources
w = np.array(${JSON.stringify(weights)})
print("left of each source:", w @ mixture)
print("weights that leave one source each:", np.linalg.inv(mixture), sep="\\n")
y = mix(x, w, 0.0)
${check(model, row, column)}`;
  const desk = `x = normals(20000, ${seed}, 0).reshape(10, 10, 200)
w = normals(200, ${seed}, 1) / np.sqrt(200)
`;
  if (task === "pixel")
    return `${desk}y = mix(x, w, ${DESK_BIAS})
print(y.shape, "from", x.shape)
${check(model, row, column)}`;
  const shown = model?.test?.largest;
  return `${desk}other = normals(20000, ${seed}, 2).reshape(10, 10, 200)
a, b = ${a}, ${b}
f = lambda x: ${relu ? "np.maximum(mix(x, w, 0.0), 0)" : "mix(x, w, 0.0)"}
error = np.abs(f(a * x + b * other) - (a * f(x) + b * f(other))).max()
print("largest difference:", error)
${shown === undefined ? "" : `assert abs(error - ${shown}) < 1e-4\n`}`;
}

function check(model: MixerModel | undefined, row: number, column: number): string {
  const print = `print(float(y[${row}, ${column}]))\n`;
  if (!model) return print;
  const { output } = model.pixel;
  const room = Math.max(1e-4, Math.abs(output) * 1e-5);
  return `${print}assert abs(float(y[${row}, ${column}]) - ${output}) < ${room}\n`;
}
