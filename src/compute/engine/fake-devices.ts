/** Devices for tests: they compute nothing, and die, hang and lie when told to. */
import type { DeviceSource } from "../device/choose";
import type { Device } from "../device/device";
import type { WebglProbe } from "../device/probe";
import { conv2d } from "../../core/conv/conv2d";
import { rangeOf } from "../../core/color/scale";
import { DeviceLostError } from "../errors";
import type { Conv2dRequest, Request, Result, Tensor, Tier } from "../types";

export interface FakeDevice extends Device {
  /** Requests begun, the canary's apart. */
  readonly started: Conv2dRequest[];
  readonly held: Set<Tensor>;
  disposed: boolean;
  /** Milliseconds an answer takes. */
  delay: number;
  /** `"hang"`: never answers. `"zeros"`: answers zeros, as a dead context does. An error: throws it. */
  mood: "well" | "hang" | "zeros" | Error;
  die(): void;
}

export interface FakeSource extends DeviceSource {
  /** Every device made, in order. */
  readonly made: FakeDevice[];
  /** What WebGL is worth from now on. */
  webgl: WebglProbe;
  /** Tiers whose making fails. */
  readonly broken: Set<Tier>;
  /** Answer times of new devices, by tier. */
  readonly delays: Partial<Record<Tier, number>>;
  last(): FakeDevice;
}

export const hardware: WebglProbe = {
  usable: true,
  renderer: "ANGLE (Real GPU)",
  kind: "hardware",
  precision: "float32",
};

export const software: WebglProbe = { ...hardware, renderer: "SwiftShader", kind: "software" };

export function fakeSource(webgl: WebglProbe = hardware): FakeSource {
  const made: FakeDevice[] = [];
  const source: FakeSource = {
    made,
    webgl,
    broken: new Set(),
    delays: {},
    plain: false,
    probe: () => source.webgl,
    last: () => made.at(-1)!,
    makers: {
      webgl: (precision) => make(precision === "float16" ? "webgl-f16" : "webgl-f32"),
      wasm: () => make("wasm"),
      cpu: () => make("cpu"),
    },
  };

  async function make(tier: Tier): Promise<Device> {
    if (source.broken.has(tier) || (tier.startsWith("webgl") && !source.webgl.usable))
      throw new Error(`no ${tier} today`);
    const device = fakeDevice(tier, source.delays[tier] ?? 0);
    made.push(device);
    return device;
  }

  return source;
}

/** One request that fakes answer with its own number, so that answers can be told apart. */
export function numbered(value: number): Conv2dRequest {
  return {
    job: "conv2d",
    input: { shape: [1, 1, 1, 1], data: Float32Array.of(value) },
    weights: { shape: [1, 1, 1, 1], data: Float32Array.of(1) },
  };
}

function fakeDevice(tier: Tier, delay: number): FakeDevice {
  let lose!: (error: DeviceLostError) => void;
  const lost = new Promise<DeviceLostError>((resolve) => (lose = resolve));
  const device: FakeDevice = {
    tier,
    renderer: tier.startsWith("webgl") ? "ANGLE (Real GPU)" : "",
    precision: tier === "webgl-f16" ? "float16" : "float32",
    lost,
    started: [],
    held: new Set(),
    disposed: false,
    delay,
    mood: "well",
    die: () => lose(new DeviceLostError("lost on purpose")),
    run: (async (request: Request) => {
      if (request.job === "conv2d" && request.input.shape.join() === "1,1,1,1")
        device.started.push(request);
      if (device.delay > 0) await new Promise((resolve) => setTimeout(resolve, device.delay));
      if (device.mood === "hang") return new Promise<never>(() => {});
      if (device.mood instanceof Error) throw device.mood;
      return answer(request, device.mood === "zeros");
    }) as Device["run"],
    memory: () => ({ tensors: device.held.size, bytes: device.held.size * 4 }),
    hold: (tensor) => void device.held.add(tensor),
    release: (tensor) => void device.held.delete(tensor),
    dispose() {
      device.disposed = true;
      device.held.clear();
    },
  };
  return device;
}

function answer(request: Request, zeros: boolean): Result {
  if (request.job !== "conv2d" && request.job !== "render")
    throw new Error(`fakes do no ${request.job}`);
  const output = conv2d(request.job === "render" ? request.conv : request);
  if (zeros) output.data.fill(0);
  if (request.job === "conv2d") return { job: "conv2d", output };
  const channels = output.shape[3]!;
  const range = rangeOf(output.data.filter((_, i) => i % channels === 0));
  return {
    job: "render",
    pictures: Object.fromEntries(
      request.views.map(({ key }) => [key, { width: 1, height: 1, range, limit: 1 }]),
    ),
  };
}
