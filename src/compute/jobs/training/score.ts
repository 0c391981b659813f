import type { Net, Rest } from "../../ops/train/net";
import type { Mistake, SetScore } from "../../training";
import type { DataSet } from "./data";

/** Judges a net by the first `count` examples of a set; changes nothing that is learned. */
export async function scoreSet(
  net: Net,
  set: DataSet,
  count: number,
  worstWanted: number,
  rest: Rest,
): Promise<SetScore> {
  const { classes, capacity, probabilities } = net;
  const confusion = new Float32Array(classes * classes);
  const size = net.input.values.length / capacity;
  let correct = 0;
  let loss = 0;
  let worst: Omit<Mistake, "image">[] = [];
  for (let from = 0; from < count; from += capacity) {
    const batch = Math.min(capacity, count - from);
    const labels = set.labels.subarray(from, from + batch);
    net.input.values.set(set.images.subarray(from * size, (from + batch) * size));
    const rows = await net.forward(labels, batch, false, rest);
    loss += (rows.loss * batch) / count;
    correct += rows.correct;
    for (let row = 0; row < batch; row++) {
      const label = labels[row]!;
      const predicted = largest(probabilities, row * classes, classes);
      confusion[label * classes + predicted]! += 1;
      const probability = probabilities[row * classes + predicted]!;
      if (predicted !== label) worst.push({ index: from + row, label, predicted, probability });
    }
    worst = worst.sort((a, b) => b.probability - a.probability).slice(0, worstWanted);
  }
  return {
    count,
    accuracy: count === 0 ? 0 : correct / count,
    loss,
    confusion: { shape: [classes, classes], data: confusion },
    worst: worst.map((mistake) => ({
      ...mistake,
      image: {
        shape: net.network.inputShape,
        data: set.images.slice(mistake.index * size, (mistake.index + 1) * size),
      },
    })),
  };
}

function largest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if (values[from + at]! > values[from + best]!) best = at;
  return best;
}
