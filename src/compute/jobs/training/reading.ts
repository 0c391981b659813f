import type { Network } from "../../../core/network/layer";
import { plainArena } from "../../ops/train/arena";
import { createNet, type Net, type Rest } from "../../ops/train/net";
import type { Reading, ReadingWish, TrainSnapshot } from "../../training";
import { requirePictures } from "./pictures";

/** A network with what it has learned. */
interface Learner extends Pick<TrainSnapshot, "parameters" | "statistics"> {
  readonly network: Network;
}

/**
 * Reads pictures one by one, with plain loops: there are few, and the gradient by a picture is
 * nothing that a run needs.
 */
export async function readingOf(
  { network, parameters, statistics }: Learner,
  { pictures, inside }: ReadingWish,
  rest: Rest,
): Promise<Reading> {
  const net = createNet(network, 1, plainArena(), () => null, inside === "contributions");
  net.restore(parameters, statistics);
  const output = net.layers.at(-1)!.output;
  const scores: (readonly number[])[] = [];
  // The first comes last, so that it is the one in the buffers.
  for (const picture of pictures.toReversed()) {
    requirePictures(picture, network.inputShape);
    net.input.values.set(picture.data);
    await net.forward(new Uint8Array(1), 1, false, rest);
    scores.unshift([...output.values]);
  }
  if (inside === "maps") return { scores, maps: mapsOf(net) };
  const best = scores[0]!.reduce((top, score, at, all) => (score > all[top]! ? at : top), 0);
  output.gradient!.fill(0);
  output.gradient![best] = 1;
  await net.backward(1, rest);
  const slope = net.input.gradient!;
  return { scores, contributions: Array.from(net.input.values, (ink, at) => ink * slope[at]!) };
}

function mapsOf({ layers }: Net): NonNullable<Reading["maps"]> {
  return Object.fromEntries(
    layers.map(({ output: { shape, values } }, path) => [path, { shape, data: [...values] }]),
  );
}
