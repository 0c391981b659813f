/** The same work through the engine's public face. */
import { createCompute } from "../../compute/client";
import type { Compute, RenderRequest, Tier } from "../../compute/types";
import { timed } from "./statistics";
import { digitNetwork } from "../../core/network/digit-network";
import {
  filter,
  learningRate,
  picture,
  side,
  trainingBatch,
  trainingImages,
  trainingSeed,
} from "./workload";

const open = new Map<string, Promise<Compute>>();

function engine(tier: Tier | "auto"): Promise<Compute> {
  const known = open.get(tier);
  if (known) return known;
  const made = createCompute(tier === "auto" ? {} : { tier });
  open.set(tier, made);
  return made;
}

/** Ends every engine, so that the next measurement has the machine to itself. */
export async function close(): Promise<void> {
  for (const compute of open.values()) await (await compute).dispose();
  open.clear();
}

const input = picture();

/** Milliseconds from a new filter to its numbers on the page. */
export async function convolution(tier: Tier | "auto", kernelSize: number, rounds: number) {
  const compute = await engine(tier);
  return timed(
    (round) =>
      compute.run({
        job: "conv2d",
        input,
        weights: filter(kernelSize, round),
        padding: "same",
      }),
    rounds,
  );
}

function renderRequest(kernelSize: number, round: number): RenderRequest {
  return {
    job: "render",
    conv: { input, weights: filter(kernelSize, round), padding: "same" },
    views: [
      {
        key: "output",
        plane: { of: "output", outChannel: 0 },
        scale: { kind: "signed", limit: "auto" },
      },
    ],
  };
}

const canvas = document.createElement("canvas");
canvas.width = canvas.height = side;
document.body.append(canvas);

async function drawOnce(compute: Compute, kernelSize: number, round: number): Promise<void> {
  const { pictures } = await compute.run(renderRequest(kernelSize, round));
  canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(pictures.output!.bitmap!);
}

/** Milliseconds from a new filter to its picture on the canvas. */
export async function widgetLoop(tier: Tier | "auto", kernelSize: number, rounds: number) {
  const compute = await engine(tier);
  return timed((round) => drawOnce(compute, kernelSize, round), rounds);
}

/**
 * Bytes of texture that the first convolution of a fresh engine allocates, its uploaded picture
 * included. Counts the page's own contexts: for an engine on the page thread.
 */
export async function convolutionBytes(kernelSize: number): Promise<number> {
  await close();
  const compute = await createCompute({ tier: "webgl-f32" });
  const before = globalThis.textureBytes;
  await compute.run({ job: "conv2d", input, weights: filter(kernelSize, 1), padding: "same" });
  const after = globalThis.textureBytes;
  await compute.dispose();
  return after - before;
}

/** Draws a finished 512² plane `count` times, in another scale each time. */
export async function drawMany(count: number): Promise<void> {
  const compute = await engine("webgl-f32");
  for (let i = 0; i < count; i++) {
    const { pictures } = await compute.run({
      job: "render",
      conv: { input, weights: filter(1, 0) },
      views: [
        {
          key: "plane",
          plane: { of: "input", inChannel: 0 },
          scale: { kind: "clip", low: 0, high: 1 + i / count },
        },
      ],
    });
    canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(pictures.plane!.bitmap!);
  }
}

/** Layers of 3×3 that take a side of 199 to 1. */
const STACK = Array.from({ length: 99 }, () => ({ kind: "conv", size: 3 }) as const);

/** Milliseconds from another kernel to all 99 maps of a 199² plane on the page. */
export async function stack(tier: Tier | "auto", rounds: number) {
  const compute = await engine(tier);
  const plane = { shape: [199, 199], data: input.data.slice(0, 199 * 199) };
  return timed((round) => {
    const kernel = new Float32Array(9).fill(1 / (9 + round));
    const layers = STACK.map((layer) => ({ ...layer, kernel }));
    return compute.run({ job: "convStack", input: plane, layers });
  }, rounds);
}

/** Images per second of the book's first network: one epoch a round, reports and all. */
export async function training(tier: Tier | "auto", rounds: number): Promise<number[]> {
  const compute = await engine(tier);
  const { run } = await compute.run({
    job: "trainStart",
    network: digitNetwork,
    data: { kind: "digits", seed: trainingSeed, count: trainingImages },
    optimizer: { name: "sgd", learningRate },
    init: "heNormal",
    seed: 0,
    batchSize: trainingBatch,
  });
  const milliseconds = await timed(
    () => compute.run({ job: "trainStep", run, steps: "epoch" }),
    rounds,
  );
  await compute.run({ job: "trainStop", run });
  return milliseconds.map((time) => (trainingImages * 1000) / time);
}

export async function status(tier: Tier | "auto") {
  return (await engine(tier)).status();
}
