import type { Flow } from "../../ops/train/layer-loops";
import type { Net } from "../../ops/train/net";

/** Share of channels of a ReLU that are zero in every place of every example of the batch. */
export function deadShare({ shape, values }: Flow, batch: number): number {
  const channels = shape.at(-1)!;
  const size = shape.reduce((product, side) => product * side, 1);
  const alive = new Uint8Array(channels);
  let count = 0;
  // Stops as soon as all have shown life: usually within the first example.
  for (let at = 0; at < batch * size && count < channels; at++) {
    const channel = at % channels;
    if (alive[channel] === 0 && values[at] !== 0) {
      alive[channel] = 1;
      count++;
    }
  }
  return 1 - count / channels;
}

/** Dead shares of all ReLUs, by path. */
export function deadShares({ network, layers }: Net, batch: number): Record<string, number> {
  const shares: Record<string, number> = {};
  network.layers.forEach((layer, at) => {
    if (layer.kind === "activation" && layer.activation === "relu")
      shares[at] = deadShare(layers[at]!.output, batch);
  });
  return shares;
}
