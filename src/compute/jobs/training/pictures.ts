import { elementCount, type Tensor } from "../../../core/tensor";
import { ShapeMismatchError } from "../../errors";
import type { Net, Rest } from "../../ops/train/net";
import type { PredictRequest, PredictResult } from "../../training";
import type { RunTable } from "./run-table";

/** Feature maps of one picture, by path of layer. */
export async function featureMaps(
  net: Net,
  picture: Tensor,
  rest: Rest,
): Promise<Readonly<Record<string, Tensor>>> {
  net.input.values.set(picture.data);
  await net.forward(new Uint8Array(1), 1, false, rest);
  return Object.fromEntries(
    net.layers.map(({ output: { shape, values } }, path) => [
      path,
      { shape, data: values.slice(0, elementCount(shape)) },
    ]),
  );
}

/** Probabilities of every class for pictures brought along. */
export async function predictRun(
  runs: RunTable,
  { run: id, images }: PredictRequest,
  rest: Rest,
): Promise<PredictResult> {
  const run = runs.of(id);
  const { net } = run.parts;
  const { classes, capacity, network } = net;
  const count = images.shape[0] ?? 0;
  requirePictures(images, [count, ...network.inputShape]);
  const size = elementCount(network.inputShape);
  const data = new Float32Array(count * classes);
  for (let from = 0; from < count; from += capacity) {
    const batch = Math.min(capacity, count - from);
    net.input.values.set(images.data.subarray(from * size, (from + batch) * size));
    await net.forward(new Uint8Array(batch), batch, false, rest);
    data.set(net.probabilities.subarray(0, batch * classes), from * classes);
  }
  return { job: "predict", ...run.progress, probabilities: { shape: [count, classes], data } };
}

/** @throws {ShapeMismatchError} pictures of another shape than the network takes. */
export function requirePictures({ shape, data }: Tensor, wanted: readonly number[]): void {
  if (shape.join() !== wanted.join() || data.length !== elementCount(wanted))
    throw new ShapeMismatchError(
      `the network takes pictures of shape ${wanted.join("×")}, got ${shape.join("×")}`,
    );
}
