/** Chapter 4's experiment, by stock tfjs as anyone would write it and by the engine, in one page. */
import * as tf from "@tensorflow/tfjs";
import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { createCompute } from "../../compute/client";
import { createWebglContext } from "../../compute/device/webgl/context";
import { drawNormals } from "../../compute/ops/random/webgl";
import type { Compute, SignalChainRequest, Tier } from "../../compute/types";
import { timed } from "./statistics";

setWasmPaths(
  Object.fromEntries(
    [
      "tfjs-backend-wasm-simd.wasm",
      "tfjs-backend-wasm-threaded-simd.wasm",
      "tfjs-backend-wasm.wasm",
    ].map((name) => [name, wasmUrl]),
  ),
);

const WIDTH = 512;
const DEPTH = 100;

async function start(backend: "webgl" | "wasm" | "cpu"): Promise<void> {
  tf.env().set("SOFTWARE_WEBGL_ENABLED", true);
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no ${backend} here`);
  await tf.ready();
}

/** Milliseconds of `a = randn(512, 512)·√(1/512); x = a @ x`, a hundred times, one seed. */
export async function stockProgram(backend: "webgl" | "wasm" | "cpu", rounds: number) {
  await start(backend);
  return timed(
    async () => {
      const x = tf.tidy(() => {
        let signal = tf.randomNormal([WIDTH, 1]);
        for (let layer = 0; layer < DEPTH; layer++)
          signal = tf.matMul(tf.randomNormal([WIDTH, WIDTH], 0, WIDTH ** -0.5), signal);
        return signal;
      });
      await x.data();
      x.dispose();
    },
    rounds,
    1,
  );
}

const open = new Map<string, Promise<Compute>>();

function engine(tier: Tier | "auto"): Promise<Compute> {
  const made = open.get(tier) ?? createCompute(tier === "auto" ? {} : { tier });
  open.set(tier, made);
  return made;
}

function request(seeds: readonly number[], method: SignalChainRequest["method"]) {
  return {
    job: "signalChain",
    layer: { kind: "dense", width: WIDTH },
    depth: DEPTH,
    init: "lecunNormal",
    activation: "identity",
    format: "float32",
    seeds,
    method,
  } as const satisfies SignalChainRequest;
}

/** Milliseconds of the same chain, every weight drawn and multiplied, statistics of all layers included. */
export async function literalChain(tier: Tier | "auto", rounds: number) {
  const compute = await engine(tier);
  return timed((round) => compute.run(request([round], "literal")), rounds);
}

/** Milliseconds of 200 seeds in distribution. */
export async function shortcutChain(tier: Tier | "auto", rounds: number) {
  const compute = await engine(tier);
  return timed((round) => {
    const seeds = Array.from({ length: 200 }, (_, seed) => round * 200 + seed);
    return compute.run(request(seeds, "sameDistribution"));
  }, rounds);
}

export async function chainTier(): Promise<Tier> {
  return (await engine("auto")).status().tier;
}

export async function closeChains(): Promise<void> {
  for (const compute of open.values()) await (await compute).dispose();
  open.clear();
}

/** Textures of normals a sample; only one number of the last is read, to know that all are there. */
const TEXTURES = 10;

/** Milliseconds until 512² normals by tfjs are in a texture. */
export async function stockNormals(rounds: number) {
  await start("webgl");
  const backend = tf.backend() as MathBackendWebGL;
  const samples = await timed(async () => {
    const drawn = Array.from({ length: TEXTURES }, () => {
      const tensor = tf.randomNormal([WIDTH, WIDTH]);
      backend.uploadToGPU(tensor.dataId);
      return tensor;
    });
    const first = tf.slice(drawn.at(-1)!, [0, 0], [1, 1]);
    await first.data();
    tf.dispose([...drawn, first]);
  }, rounds);
  return samples.map((milliseconds) => milliseconds / TEXTURES);
}

/** Milliseconds until 512² normals drawn on the graphics processor are in a texture. */
export async function ownNormals(rounds: number) {
  const context = createWebglContext();
  context.activate();
  const samples = await timed(async (seed) => {
    const drawn = Array.from({ length: TEXTURES }, (_, stream) =>
      drawNormals(context, WIDTH * WIDTH, { seed, stream }),
    );
    const { texture } = drawn.at(-1)!;
    await context.read([{ texture, width: 1, height: 1, kind: "float" }]);
    for (const one of drawn) one.release();
  }, rounds);
  context.dispose();
  return samples.map((milliseconds) => milliseconds / TEXTURES);
}
