import { runConv2d } from "../jobs/conv2d";
import { lateDetection } from "../jobs/detection/late";
import { runJob, type Jobs } from "../jobs/job";
import { late } from "../jobs/late";
import { runRender } from "../jobs/render";
import { lateSignalChain } from "../jobs/signal-chain/late";
import { cpuConv2d, cpuMaps } from "../ops/conv2d/cpu";
import { paintPixels } from "../ops/render/pixels";
import type { Device } from "./device";
import { processorJobs } from "./processor-jobs";

/** A device that runs core's own loops in whatever thread it is made; it cannot die. */
export async function createCpuDevice(): Promise<Device> {
  const jobs: Jobs = {
    conv2d: (request, geometry) => runConv2d(cpuConv2d, request, geometry),
    render: (request, geometry) =>
      runRender({ maps: cpuMaps, paint: paintPixels }, request, geometry),
    conv2dBackward: late(async () => (await import("../jobs/conv2d-backward/run")).backwardByLoops),
    pool2d: late(async () => (await import("../jobs/pool2d/run")).poolOnProcessor),
    convStack: late(async () => (await import("../jobs/conv-stack/run")).plainStack),
    signalChain: lateSignalChain(),
    ...processorJobs(),
    detection: lateDetection((...asked) => jobs.conv2d(...asked)),
  };
  return {
    tier: "cpu",
    renderer: "",
    precision: "float32",
    lost: new Promise(() => {}),
    run: (request, plan, breathe) => runJob(jobs, request, plan, breathe),
    memory: () => ({ tensors: 0, bytes: 0 }),
    hold() {},
    release() {},
    dispose() {},
  };
}
