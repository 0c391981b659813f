import { UnsupportedOpError } from "../errors";
import type { Tier } from "../types";
import type { WebglVerdict } from "../worker/protocol";
import { canary } from "./canary";
import type { Device } from "./device";
import type { DeviceMakers } from "./makers";
import { measure } from "./measure";
import { fallbackNotice } from "./notice";
import type { WebglProbe } from "./probe";

export interface DeviceSource {
  readonly makers: DeviceMakers;
  readonly probe: () => WebglProbe;
  /** True where only the cpu tier makes sense unasked (Node). */
  readonly plain: boolean;
}

/** The device that serves, and what was found out about WebGL on the way. */
export interface Choice {
  readonly device: Device;
  readonly webgl: WebglVerdict;
  readonly notice?: string;
}

/** No device for the tier that was asked for; carries what was found out about WebGL. */
export class NoDevice extends Error {
  constructor(
    readonly reason: UnsupportedOpError,
    readonly webgl: WebglVerdict,
  ) {
    super(reason.message);
  }
}

/** Makes a device of one tier and sees that it answers right; never another tier. */
export async function openTier(source: DeviceSource, tier: Tier): Promise<Choice> {
  if (tier === "cpu") return { device: await make(source, tier), webgl: "untried" };
  if (tier === "wasm") return { device: await trusted(make(source, tier), tier), webgl: "untried" };
  const probe = source.probe();
  if (!probe.usable)
    throw new NoDevice(new UnsupportedOpError(`WebGL is not usable: ${probe.reason}`), "absent");
  if (tier === "webgl-f32" && probe.precision === "float16")
    throw new NoDevice(
      new UnsupportedOpError("this graphics processor stores half precision only"),
      "failed",
    );
  try {
    return { device: await trusted(make(source, tier), tier), webgl: probe.kind };
  } catch (error) {
    throw new NoDevice(reasonOf(error), "failed");
  }
}

/**
 * Makes a device of a tier that has served here before, sparing the probe and most of the canary:
 * what waits for it was under way.
 */
export async function reopenTier(source: DeviceSource, tier: Tier): Promise<Choice> {
  return { device: await trusted(make(source, tier), tier, true), webgl: "untried" };
}

function make({ makers }: DeviceSource, tier: Tier): Promise<Device> {
  if (tier === "cpu" || tier === "wasm") return makers[tier]();
  return makers.webgl(tier === "webgl-f16" ? "float16" : "auto");
}

/**
 * Chooses the tier that serves. A graphics processor that passes probe and canary does; where the
 * drawing is done by software or the renderer hides its name, WebGL, wasm and plain loops each do a
 * small real job and the fastest serves, unless `verdict` remembers who that was.
 */
export async function chooseDevice(source: DeviceSource, verdict?: Tier): Promise<Choice> {
  if (source.plain) return openTier(source, "cpu");
  const probe = source.probe();
  if (!probe.usable) return withoutWebgl(source, "absent");
  if (probe.kind === "software") {
    const choice = await (verdict ? openTier(source, verdict).catch(() => null) : fastest(source));
    return choice ? { device: choice.device, webgl: "software" } : withoutWebgl(source, "failed");
  }
  const tier = probe.precision === "float32" ? "webgl-f32" : "webgl-f16";
  return openTier(source, tier).catch(() => withoutWebgl(source, "failed"));
}

/** The best device that needs no graphics processor: wasm, else plain loops. */
export async function withoutWebgl(
  source: DeviceSource,
  webgl: "absent" | "failed" | "lost",
): Promise<Choice> {
  const { device } = await openTier(source, "wasm").catch(() => openTier(source, "cpu"));
  return {
    device,
    webgl: webgl === "absent" ? "absent" : "failed",
    notice: fallbackNotice(webgl, device.tier),
  };
}

/** The fastest device here that can be trusted; null when there is none. */
async function fastest(source: DeviceSource): Promise<Choice | null> {
  const timed: { readonly device: Device; readonly milliseconds: number }[] = [];
  // One after another, so that none disturbs the next; trust is asked of the winner only.
  for (const tier of ["wasm", "cpu", "webgl-f32"] as const) {
    const device = await make(source, tier).catch(() => null);
    if (device) timed.push({ device, milliseconds: await measure(device) });
  }
  let best: Device | null = null;
  for (const { device } of timed.sort((a, b) => a.milliseconds - b.milliseconds))
    if (best || (await canary(device)) !== null) device.dispose();
    else best = device;
  return best && { device: best, webgl: "software" };
}

async function trusted(made: Promise<Device>, tier: Tier, again = false): Promise<Device> {
  const device = await made;
  const fault = device.tier === tier ? await canary(device, again) : `it is ${device.tier}`;
  if (fault === null) return device;
  device.dispose();
  throw new UnsupportedOpError(`the ${tier} tier cannot be trusted here: ${fault}`);
}

/** Any failure to make a device, as the refusal that it is. */
export function reasonOf(error: unknown): UnsupportedOpError {
  if (error instanceof NoDevice) return error.reason;
  if (error instanceof UnsupportedOpError) return error;
  return new UnsupportedOpError(error instanceof Error ? error.message : String(error));
}
