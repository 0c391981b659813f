import type { Statistics } from "../../../core/network/rule";
import type { Tensor } from "../../../core/tensor";
import type { Learned } from "../../ops/train/layer-loops";
import type { Net } from "../../ops/train/net";
import type { Memory } from "../../ops/train/updates";
import type { TrainSnapshot } from "../../training";

/** A net's learned numbers with what the optimiser remembers of each, in the order of `net.learned`. */
export interface Weights {
  readonly net: Net;
  readonly memories: readonly Memory[];
}

/** Copies everything a run needs to go on from here. */
export function takeSnapshot(
  { net, memories }: Weights,
  step: number,
  optimizerStep: number,
): TrainSnapshot {
  const copies = (pick: (learned: Learned, at: number) => Float32Array) =>
    Object.fromEntries(
      net.learned.map((learned, at): [string, Tensor] => [
        learned.name,
        { shape: learned.shape, data: pick(learned, at).slice() },
      ]),
    );
  return {
    step,
    optimizerStep,
    parameters: copies(({ values }) => values),
    first: copies((_, at) => memories[at]!.first),
    second: copies((_, at) => memories[at]!.second),
    statistics: copied(net.statistics()),
  };
}

/** Puts a net back to where a snapshot was taken. */
export function putBack({ net, memories }: Weights, snapshot: TrainSnapshot): void {
  net.restore(snapshot.parameters, copied(snapshot.statistics));
  net.learned.forEach(({ name }, at) => {
    memories[at]!.first.set(snapshot.first[name]!.data);
    memories[at]!.second.set(snapshot.second[name]!.data);
  });
}

/** Bytes of numbers in a snapshot. */
export function snapshotBytes({ parameters, first, second }: TrainSnapshot): number {
  let bytes = 0;
  for (const group of [parameters, first, second])
    for (const { data } of Object.values(group)) bytes += data.byteLength;
  return bytes;
}

function copied(statistics: Statistics<Float32Array>): Statistics<Float32Array> {
  return Object.fromEntries(
    Object.entries(statistics).map(([path, { mean, variance }]) => [
      path,
      {
        mean: { shape: mean.shape, data: mean.data.slice() },
        variance: { shape: variance.shape, data: variance.data.slice() },
      },
    ]),
  );
}
