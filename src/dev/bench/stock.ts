/** What stock tfjs and a plain loop need for the same work: the yardsticks of the bench. */
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { timed } from "./statistics";
import {
  digits,
  filter,
  learningRate,
  picture,
  side,
  trainingBatch,
  trainingImages,
} from "./workload";

setWasmPaths({
  "tfjs-backend-wasm-simd.wasm": wasmUrl,
  "tfjs-backend-wasm.wasm": wasmUrl,
  "tfjs-backend-wasm-threaded-simd.wasm": wasmUrl,
});

type Backend = "webgl" | "wasm" | "cpu";

async function withBackend<T>(backend: Backend, work: () => Promise<T>): Promise<T> {
  // Software rendering is what we compare on; tfjs refuses it unless told.
  tf.env().set("SOFTWARE_WEBGL_ENABLED", true);
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no ${backend} here`);
  await tf.ready();
  return work();
}

function convolve(input: tf.Tensor4D, kernelSize: number, round: number): tf.Tensor3D {
  return tf.tidy(() => {
    const { data, shape } = filter(kernelSize, round);
    const weights = tf.tensor4d(data, shape as [number, number, number, number]);
    return tf.conv2d(input, weights, 1, "same").squeeze<tf.Tensor3D>([0]);
  });
}

function input(): tf.Tensor4D {
  const { data, shape } = picture();
  return tf.tensor4d(data, shape as [number, number, number, number]);
}

/** Milliseconds from a new filter to its numbers on the page. */
export function convolution(backend: Backend, kernelSize: number, rounds: number) {
  return withBackend(backend, async () => {
    const x = input();
    const samples = await timed(async (round) => {
      const y = convolve(x, kernelSize, round);
      await y.data();
      y.dispose();
    }, rounds);
    x.dispose();
    return samples;
  });
}

/** Bytes of texture that a convolution newly allocates beyond its uploaded input. */
export function convolutionBytes(kernelSize: number): Promise<number> {
  return withBackend("webgl", async () => {
    const x = input();
    await tf.relu(x).data();
    const before = globalThis.textureBytes;
    const y = convolve(x, kernelSize, 1);
    await y.data();
    const after = globalThis.textureBytes;
    tf.dispose([x, y]);
    return after - before;
  });
}

const canvas = document.createElement("canvas");
canvas.width = canvas.height = side;
document.body.append(canvas);

/** Greys for a signed map, as a careful page without an engine would draw them. */
function draw(values: Float32Array): void {
  const context = canvas.getContext("2d")!;
  const pixels = new ImageData(side, side);
  let limit = 0;
  for (const value of values) limit = Math.max(limit, Math.abs(value));
  const words = new Uint32Array(pixels.data.buffer);
  for (let i = 0; i < values.length; i++) {
    const level = Math.round(127.5 + (127.5 * values[i]!) / (limit || 1));
    words[i] = 0xff000000 | (level << 16) | (level << 8) | level;
  }
  context.putImageData(pixels, 0, 0);
}

/** Milliseconds from a new filter to its picture on the canvas. */
export function widgetLoop(backend: Backend, kernelSize: number, rounds: number) {
  return withBackend(backend, async () => {
    const x = input();
    const samples = await timed(async (round) => {
      const y = convolve(x, kernelSize, round);
      draw((await y.data()) as Float32Array);
      y.dispose();
    }, rounds);
    x.dispose();
    return samples;
  });
}

/** The same with a plain typed-array loop in the page. */
export function plainLoop(kernelSize: number, rounds: number): Promise<number[]> {
  const x = picture().data;
  const half = kernelSize >> 1;
  return timed(async (round) => {
    const weights = filter(kernelSize, round).data;
    const y = new Float32Array(side * side);
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        let sum = 0;
        for (let i = 0; i < kernelSize; i++) {
          const r = row + i - half;
          if (r < 0 || r >= side) continue;
          for (let j = 0; j < kernelSize; j++) {
            const c = column + j - half;
            if (c < 0 || c >= side) continue;
            const at = (r * side + c) * 3;
            const w = (i * kernelSize + j) * 3;
            sum +=
              x[at]! * weights[w]! + x[at + 1]! * weights[w + 1]! + x[at + 2]! * weights[w + 2]!;
          }
        }
        y[row * side + column] = sum;
      }
    draw(y);
  }, rounds);
}

/** Draws a finished 512² result `rounds` times with `tf.browser.toPixels`. */
export function toPixels(rounds: number): Promise<number[]> {
  return withBackend("webgl", async () => {
    const x = tf.tidy(() => tf.clipByValue(tf.randomUniform<tf.Rank.R2>([side, side]), 0, 1));
    const samples = await timed(async () => {
      // A fresh tensor each time: values read once are cached on the processor.
      const fresh = tf.tidy(() => tf.mul<tf.Tensor2D>(x, 1));
      await tf.browser.toPixels(fresh, canvas);
      fresh.dispose();
    }, rounds);
    x.dispose();
    return samples;
  });
}

function digitModel(): tf.Sequential {
  const shared = { kernelSize: 3, padding: "same", activation: "relu" } as const;
  const kernelInitializer = "heNormal";
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ ...shared, filters: 8, kernelInitializer, inputShape: [28, 28, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ ...shared, filters: 16, kernelInitializer }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer }),
    ],
  });
  model.compile({
    optimizer: tf.train.sgd(learningRate),
    loss: "categoricalCrossentropy",
    metrics: ["accuracy"],
  });
  return model;
}

/** Images per second of `model.fit` on the book's first network: one epoch a round. */
export function training(backend: Backend, rounds: number): Promise<number[]> {
  return withBackend(backend, async () => {
    const { images, labels } = digits();
    const x = tf.tensor4d(images.data, images.shape as [number, number, number, number]);
    const y = tf.oneHot(tf.tensor1d([...labels], "int32"), 10);
    const model = digitModel();
    const milliseconds = await timed(
      () => model.fit(x, y, { batchSize: trainingBatch, epochs: 1, verbose: 0 }),
      rounds,
      1,
    );
    model.dispose();
    tf.dispose([x, y]);
    return milliseconds.map((time) => (trainingImages * 1000) / time);
  });
}
