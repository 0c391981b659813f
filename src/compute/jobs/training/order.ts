import { uniforms } from "../../../core/random/fill";

const orderStream = 0x0de7;

/** The order of an epoch's examples: Fisher–Yates with the draws of (seed, epoch). */
export function epochOrder(seed: number, epoch: number, count: number): Uint32Array {
  const draws = uniforms(count, { seed, stream: orderStream, step: epoch });
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(draws[at]! * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
  return order;
}
