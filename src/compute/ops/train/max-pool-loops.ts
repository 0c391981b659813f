import { poolGeometry, type PoolAxis } from "../../../core/pool/geometry";
import type { PoolLayer } from "../../../core/network/layer";
import { outputFlow, type LayerLoops, type LayerSetting } from "./layer-loops";

/** Largest value of each window, as core's `maxPool`: the first wins, NaN wins over everything. */
export function maxPoolLoops(setting: LayerSetting<PoolLayer>): LayerLoops {
  const { input, capacity, layer } = setting;
  const { rows, columns, channels } = poolGeometry([1, ...input.shape], layer);
  const output = outputFlow(setting);
  const inputSize = rows.inSize * columns.inSize * channels;
  const outputSize = rows.outSize * columns.outSize * channels;
  const winners = new Int32Array(outputSize * capacity);
  const [top, height] = spans(rows);
  const [left, width] = spans(columns);
  const line = columns.inSize * channels;

  const square = isSquare(rows) && isSquare(columns);

  /** Windows of 2×2 side by side: no tables, and one look at NaN for all four. */
  function poolSquares(image: number): void {
    const { values } = input;
    let at = image * outputSize;
    for (let row = 0; row < rows.outSize; row++)
      for (let column = 0; column < columns.outSize; column++) {
        const corner = image * inputSize + row * 2 * line + column * 2 * channels;
        for (let first = corner; first < corner + channels; first++, at++) {
          const a = values[first]!;
          const b = values[first + channels]!;
          const c = values[first + line]!;
          const d = values[first + line + channels]!;
          let best = a;
          let winner = first;
          if (b > best) {
            best = b;
            winner = first + channels;
          }
          if (c > best) {
            best = c;
            winner = first + line;
          }
          if (d > best) {
            best = d;
            winner = first + line + channels;
          }
          // Infinities of both signs land here too; the slow way knows what to do with them.
          if (Number.isNaN(a + b + c + d)) return pool(image);
          winners[at] = winner;
          output.values[at] = best;
        }
      }
  }

  function pool(image: number): void {
    const { values } = input;
    let at = image * outputSize;
    for (let row = 0; row < rows.outSize; row++)
      for (let column = 0; column < columns.outSize; column++) {
        const corner = image * inputSize + top[row]! * line + left[column]! * channels;
        for (let channel = 0; channel < channels; channel++, at++) {
          let winner = corner + channel;
          let best = values[winner]!;
          for (let i = 0; i < height[row]!; i++)
            for (let j = 0; j < width[column]!; j++) {
              const place = corner + channel + i * line + j * channels;
              const value = values[place]!;
              if (value > best || (value !== value && best === best)) {
                best = value;
                winner = place;
              }
            }
          winners[at] = winner;
          output.values[at] = best;
        }
      }
  }

  return {
    output,
    learned: [],
    forward({ from, to }) {
      for (let image = from; image < to; image++)
        if (square) poolSquares(image);
        else pool(image);
    },
    backward({ from, to }) {
      const { gradient } = input;
      if (!gradient) return;
      const upstream = output.gradient!;
      gradient.fill(0, from * inputSize, to * inputSize);
      for (let at = from * outputSize; at < to * outputSize; at++)
        gradient[winners[at]!]! += upstream[at]!;
    },
  };
}

const isSquare = ({ size, stride, before, outSize, inSize }: PoolAxis): boolean =>
  size === 2 && stride === 2 && before === 0 && outSize * 2 <= inSize;

/** First cell and number of cells that each window has of the input itself. */
function spans({ outSize, stride, before, size, inSize }: PoolAxis): [Int32Array, Int32Array] {
  const first = new Int32Array(outSize);
  const count = new Int32Array(outSize);
  for (let place = 0; place < outSize; place++) {
    const start = place * stride - before;
    first[place] = Math.max(start, 0);
    count[place] = Math.min(start + size, inSize) - first[place]!;
  }
  return [first, count];
}
