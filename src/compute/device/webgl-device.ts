import { runConv2d } from "../jobs/conv2d";
import { lateDetection } from "../jobs/detection/late";
import { runJob, type Jobs } from "../jobs/job";
import { late } from "../jobs/late";
import { runRender } from "../jobs/render";
import { lateSignalChain } from "../jobs/signal-chain/late";
import { convMaps, inputCopy, type InputCopy } from "../ops/conv2d/webgl";
import { outputNumbers, partialNumbers } from "../ops/conv2d/webgl-numbers";
import { createWebglRenderer } from "../ops/render/webgl";
import { DeviceLostError } from "../errors";
import type { Device } from "./device";
import { createInputCache } from "./input-cache";
import { createWebglContext, type WebglOptions } from "./webgl/context";
import { processorJobs } from "./processor-jobs";

/**
 * A device on WebGL 2: tfjs's backend and textures with our own programs. The caller disposes it.
 *
 * @throws {DeviceLostError} no WebGL 2 context, or one that is lost from the start.
 */
export async function createWebglDevice(options: WebglOptions = {}): Promise<Device> {
  const context = createWebglContext(options);
  const inputs = createInputCache<InputCopy>();
  const renderer = createWebglRenderer(context);
  let disposed = false;

  const jobs: Jobs = {
    conv2d: (request, geometry) =>
      runConv2d(
        {
          output: (spec, g) =>
            outputNumbers(context, inputCopy(context, inputs, spec.input, g), spec, g),
          partials: (spec, g, outChannel) =>
            partialNumbers(context, inputCopy(context, inputs, spec.input, g), spec, g, outChannel),
        },
        request,
        geometry,
      ),
    render: (request, geometry) =>
      runRender(
        {
          maps: (spec, g, wanted) =>
            convMaps(context, inputCopy(context, inputs, spec.input, g), spec, g, wanted),
          paint: (paintings, spec, g) =>
            renderer.paint(paintings, inputCopy(context, inputs, spec.input, g)),
        },
        request,
        geometry,
      ),
    conv2dBackward: late(async () =>
      (await import("../jobs/conv2d-backward/run")).backwardOnWebgl(context),
    ),
    pool2d: late(async () => (await import("../jobs/pool2d/run")).poolOnWebgl(context)),
    convStack: late(async () =>
      (await import("../jobs/conv-stack/on-webgl")).stackOnWebgl(context),
    ),
    signalChain: lateSignalChain(context),
    ...processorJobs(),
    detection: lateDetection((...asked) => jobs.conv2d(...asked)),
  };

  return {
    tier: context.precision === "float32" ? "webgl-f32" : "webgl-f16",
    renderer: context.renderer,
    precision: context.precision,
    lost: context.lost,
    async run(request, plan, breathe) {
      if (disposed || context.gl.isContextLost())
        throw new DeviceLostError("the graphics context was lost");
      context.activate();
      return runJob(jobs, request, plan, breathe);
    },
    memory: () => context.memory(),
    hold: (tensor) => inputs.hold(tensor),
    release(tensor) {
      context.activate();
      inputs.release(tensor);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      context.activate();
      inputs.clear();
      renderer.dispose();
      context.dispose();
    },
  };
}
