import { initLaw, fansOf } from "../../core/init/init";
import { initOf } from "./plan";
import type { DigitTrainerState } from "./state";
import { lossesOf } from "./tiles";
import type { DigitTrainerModel } from "./view-model";

/** Lines of NumPy that make a shown number again and compare: the last batch's loss, or the first dice. */
export function shownChecks(state: DigitTrainerState, model: DigitTrainerModel): string {
  const { session } = model;
  const last = session?.reports.at(-1);
  if (session?.detail && last) {
    const given = lossesOf(session.detail).map((loss) => Number(Math.exp(-loss).toPrecision(5)));
    // A run that has left the numbers has nothing to compare.
    if (!given.every((chance) => chance > 0)) return "";
    return `

# What each picture of batch ${last.step} gave its label, before the update; the figure shows the mean.
given = np.array(${JSON.stringify(given)})
loss = -np.log(given).mean()
assert np.isclose(loss, ${last.loss.toPrecision(5)}, rtol=1e-3), loss`;
  }
  return session ? "" : firstDice(state, model);
}

function firstDice(state: DigitTrainerState, { firstKernels }: DigitTrainerModel): string {
  const { init, seed } = state;
  const { kernels, hidden } = firstKernels;
  const [first] = kernels;
  if (!first || state.data === "own") return "";
  const { size, values } = first;
  const count = kernels.length + hidden;
  const law = initLaw(initOf(init), fansOf([size, size, 1, count]));
  if (law.kind !== "normal") return "";
  const shown = Array.from(values, (value) => Number(value.toFixed(5)));
  return `

def normals(count, seed, stream):
    # Philox4x32-10 (Salmon and others, 2011), then Box and Muller: this book's dice
    n, u = -(-count // 4), np.uint64
    c = [np.arange(n, dtype=u), np.zeros(n, u), np.full(n, stream, u), np.zeros(n, u)]
    k, low = [seed, 0], u(0xFFFFFFFF)
    for _ in range(10):
        p, q = c[0] * u(0xD2511F53), c[2] * u(0xCD9E8D57)
        c = [(q >> u(32)) ^ c[1] ^ u(k[0]), q & low, (p >> u(32)) ^ c[3] ^ u(k[1]), p & low]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    v = ((np.stack(c, axis=1).reshape(-1, 2) >> u(8)).astype(float) + 0.5) / 2**24
    radius, angle = np.sqrt(-2 * np.log(v[:, 0])), 2 * np.pi * v[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).ravel()[:count]


# The first kernels, before any step: the shown dice of filter 1.
kernels = ${law.deviation} * normals(${size * size * count}, ${seed}, 0).reshape(${size}, ${size}, ${count})
shown = ${JSON.stringify(shown)}
assert np.allclose(kernels[:, :, 0].ravel(), shown, atol=1e-5), kernels[:, :, 0]`;
}
