import { findersOf, type DuelState } from "../state";
import type { DuelModel } from "../view-model";

/** The scene, number by number the figure's own. */
export function pythonScene(state: DuelState, imports = ""): string {
  const { objects, objectSize, spacing, noise, seed } = state;
  return `import numpy as np
${imports}
count, size, spacing, noise, seed = ${objects}, ${objectSize}, ${spacing}, ${noise}, ${seed}
side, margin = 100, 13
inner = side - 2 * margin


def uniforms(count, stream, step):
    # Philox4x32-10 (Salmon and others, 2011): numbers by seed, stream, step and index
    n, u = -(-count // 4), np.uint64
    c = [np.arange(n, dtype=u), np.zeros(n, u), np.full(n, stream, u), np.full(n, step, u)]
    k = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        p, q = c[0] * u(0xD2511F53), c[2] * u(0xCD9E8D57)
        low = u(0xFFFFFFFF)
        c = [(q >> u(32)) ^ c[1] ^ u(k[0]), q & low, (p >> u(32)) ^ c[3] ^ u(k[1]), p & low]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    words = np.stack(c, axis=1).ravel()[:count]
    return ((words >> u(8)).astype(float) + 0.5) / 2**24


def normals(count, stream, step):  # Box and Muller; count must be a multiple of 4
    u = uniforms(count, stream, step).reshape(-1, 2)
    radius, angle = np.sqrt(-2 * np.log(u[:, 0])), 2 * np.pi * u[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).ravel()


def places(stream, step):  # of the inner part, in a random order
    order = np.argsort(uniforms(inner**2, stream, step), kind="stable")
    return [(margin + int(at) // inner, margin + int(at) % inner) for at in order]


def middle(size):
    return (size - 1) // 2


def scene(step):
    objects = []
    for r, c in places(0, step):
        if len(objects) < count and all(max(abs(r - i), abs(c - j)) >= spacing for i, j in objects):
            objects.append((r, c))
    x = normals(side**2, 1, step).reshape(side, side) * noise
    for r, c in objects:
        top, left = r - middle(size), c - middle(size)
        x[top : top + size, left : left + size] += 1
    return x.astype(np.float32), objects


def lies_on(r, c, target):
    top, left = target[0] - middle(size), target[1] - middle(size)
    return top <= r < top + size and left <= c < left + size


picture, objects = scene(0)
`;
}

/** The two kernels, as pairs of weights and bias. */
export function pythonKernels(state: DuelState, library: "numpy" | "torch"): string {
  const finders = findersOf(state);
  const kinds = new Set(finders.map(({ kernel }) => kernel));
  const parts = [
    `
def box(k):
    return np.full((k, k), 1 / k**2, dtype=np.float32), 0.0
`,
  ];
  if (kinds.has("gaussian"))
    parts.push(`
def gaussian(k):
    bell = np.exp(-((np.arange(k) - (k - 1) / 2) ** 2) / (2 * (k / 5) ** 2))
    return (np.outer(bell, bell) / bell.sum() ** 2).astype(np.float32), 0.0
`);
  if (kinds.has("template") || kinds.has("inside"))
    parts.push(`
def inside(kernel, k):  # in the middle of k × k zeros
    w, b = kernel
    start = middle(k) - middle(len(w))
    return np.pad(w, ((start, k - len(w) - start),) * 2), b
`);
  if (kinds.has("template"))
    parts.push(`
def template(k):
    return inside(box(min(k, size)), k)
`);
  if (kinds.has("learned")) parts.push(learning(state, library));
  const make = ({ size, kernel }: (typeof finders)[number]) =>
    kernel === "inside" ? `inside(first, ${size})` : `${kernel}(${size})`;
  return `${parts.join("\n")}
first = ${make(finders[0])}
finders = [first, ${make(finders[1])}]
`;
}

function learning({ trainingScenes }: DuelState, library: "numpy" | "torch"): string {
  const solve =
    library === "numpy"
      ? `    w = np.linalg.lstsq(np.array(windows), np.array(targets), rcond=1e-9)[0]`
      : `    a, y = torch.tensor(np.array(windows)), torch.tensor(np.array(targets))
    w = torch.linalg.lstsq(a, y[:, None], rcond=1e-9, driver="gelsd").solution[:, 0].numpy()`;
  return `
def examples(k, steps):  # every object, and as many windows that lie on none
    windows, targets = [], []
    for step in steps:
        x, there = scene(step)
        empty = [p for p in places(2, step) if not any(lies_on(*p, t) for t in there)]
        for target, spots in ((1.0, there), (0.0, empty[: len(there)])):
            for r, c in spots:
                top, left = r - middle(k), c - middle(k)
                windows.append([*x[top : top + k, left : left + k].ravel().astype(float), 1.0])
                targets.append(target)
    return windows, targets


def learned(k):  # least squares: 1 on objects, 0 elsewhere
    windows, targets = examples(k, range(1, ${trainingScenes + 1}))
${solve}
    w = w.astype(np.float32)
    return w[:-1].reshape(k, k), w[-1]
`;
}

/** Slides both kernels, and counts hits and false alarms. */
export function numpySearch({ cutA, cutB }: DuelState, model?: DuelModel): string {
  const shown = model?.finders.flatMap(({ found }) =>
    found ? [`(${found.hits}, ${found.falseAlarms})`] : [],
  );
  const check = shown?.length === 2 ? `assert counts == [${shown.join(", ")}]\n` : "";
  return `
def slide(x, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(x.astype(float), w.shape)
    return (np.einsum("rcij,ij->rc", windows, w.astype(float)) + b).astype(np.float32)


def peaks(y, reach):  # of equal neighbours the first counts
    found = []
    for r in range(len(y)):
        for c in range(len(y)):
            top, left = max(r - reach, 0), max(c - reach, 0)
            near = y[top : r + reach + 1, left : c + reach + 1]
            at = np.unravel_index(np.argmax(near), near.shape)
            if (top + at[0], left + at[1]) == (r, c):
                found.append((float(y[r, c]), r, c))
    return sorted(found, key=lambda peak: -peak[0])[:200]


counts = []
for (w, b), cut in zip(finders, [${cutA}, ${cutB}]):
    found = peaks(slide(picture, w, b), size)
    free, hit = list(objects), []
    for value, r, c in found:
        spot = (r + middle(len(w)), c + middle(len(w)))
        own = next((t for t in free if lies_on(*spot, t)), None)
        hit.append(own is not None)
        if own is not None:
            free.remove(own)
    values = [value for value, _, _ in found]
    if cut < 0:  # the threshold with the most hits minus false alarms
        worth = [0] + [2 * sum(hit[:n]) - n for n in range(1, len(hit) + 1)]
        whole = [0] + [n for n in range(1, len(hit) + 1) if values[n - 1 : n] != values[n : n + 1]]
        passed = max(whole, key=lambda n: (worth[n], -n))
    else:
        passed = sum(v >= cut / 100 * max(values[0], 0) for v in values) if cut <= 100 else 0
    counts.append((sum(hit[:passed]), passed - sum(hit[:passed])))
    print(w.shape, "finds %d of %d," % (counts[-1][0], len(objects)), "false alarms:", counts[-1][1])
${check}`;
}
