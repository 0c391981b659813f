import {
  chooseDevice,
  NoDevice,
  openTier,
  reasonOf,
  type Choice,
  type DeviceSource,
} from "../device/choose";
import type { Device, DeviceMemory } from "../device/device";
import type { Tier } from "../types";
import type { EngineStatus, FromEngine, Post } from "../worker/protocol";
import { packError } from "../worker/wire-error";
import { createRebuilds } from "./rebuilds";
import { recoverDevice } from "./recover";
import { within } from "./within";

const NOTHING: DeviceMemory = { tensors: 0, bytes: 0 };
/** Longest wait for the stand-in before a device is made again, in milliseconds. */
const STAND_IN_LIMIT = 1_000;

/** Keeps one device alive: opens it, makes it again when it is lost, changes its tier. */
export class DeviceKeeper {
  readonly #rebuilds = createRebuilds();
  readonly #waiters = new Set<() => void>();
  #device: Device | null = null;
  #serving: Promise<Device> = new Promise(() => {});
  #epoch = 0;
  #lostAt = 0;
  #notice: string | undefined;
  #measured: Tier | undefined;
  #disposed = false;

  constructor(
    private readonly source: DeviceSource,
    private readonly post: Post<FromEngine>,
    /** What the engine keeps besides the device. */
    private readonly besides: () => DeviceMemory = () => NOTHING,
    /** Fetches what stands in for a device that is being made again. */
    private readonly standIn: () => Promise<unknown> = async () => null,
  ) {}

  /** The device at work; null while there is none. */
  get device(): Device | null {
    return this.#device;
  }

  /** The device that serves or will; never rejects once one was opened. */
  get serving(): Promise<Device> {
    return this.#serving;
  }

  /** Counts the devices before this one. */
  get epoch(): number {
    return this.#epoch;
  }

  /** When the last device went, on the clock of `performance.now`. */
  get lostAt(): number {
    return this.#lostAt;
  }

  /** Calls back once when the device at work is lost; the answer takes the call-back out again. */
  onLoss(callBack: () => void): () => void {
    this.#waiters.add(callBack);
    return () => this.#waiters.delete(callBack);
  }

  /** Opens the first device; posts a status and `opened`, or `refused`. */
  async open(tier: Tier | "auto", epoch: number, verdict: Tier | undefined): Promise<void> {
    this.#epoch = epoch;
    this.#measured = verdict;
    await this.#open(tier, null);
  }

  /** Leaves the tier for another; when that one cannot be had, the old one comes back. */
  async switch(tier: Tier | "auto"): Promise<void> {
    const old = await this.#serving;
    this.#end(old);
    await this.#open(tier, old.tier);
  }

  /** Gives a device up for dead and makes another; a device that is no longer at work is ignored. */
  lose(device: Device): void {
    if (this.#device !== device) return;
    this.#end(device);
    for (const callBack of this.#waiters) callBack();
    this.#waiters.clear();
    this.#serving = this.#recover(device.tier);
  }

  /** Posts what the device keeps now. */
  report(): void {
    if (this.#device) this.#post("ready", this.#device, this.#device.memory());
  }

  /** Ends the device; the answer is what it still kept afterwards. */
  dispose(): DeviceMemory {
    this.#disposed = true;
    const device = this.#device;
    this.#device = null;
    device?.dispose();
    return sum(device?.memory() ?? NOTHING, this.besides());
  }

  async #open(tier: Tier | "auto", before: Tier | null): Promise<void> {
    try {
      const choice = await (tier === "auto"
        ? chooseDevice(this.source, this.#measured)
        : openTier(this.source, tier));
      if (tier === "auto") this.#measured = choice.device.tier;
      this.#serving = Promise.resolve(this.#install(choice));
      this.post({ kind: "opened", webgl: choice.webgl });
    } catch (error) {
      if (before) this.#serving = this.#recover(before);
      const webgl = error instanceof NoDevice ? error.webgl : "untried";
      this.post({ kind: "refused", error: packError(reasonOf(error)), webgl });
    }
  }

  async #recover(tier: Tier): Promise<Device> {
    // Opening a context may hold the thread up for a second, and code fetched with it.
    const ready = within(this.standIn(), STAND_IN_LIMIT);
    return this.#install(await recoverDevice(this.source, tier, this.#rebuilds, ready));
  }

  #install({ device, notice }: Choice): Device {
    if (this.#disposed) {
      device.dispose();
      return device;
    }
    this.#device = device;
    this.#notice = notice;
    void device.lost.then(() => this.lose(device));
    this.#post("ready", device, device.memory());
    return device;
  }

  #end(device: Device): void {
    this.#device = null;
    this.#epoch++;
    this.#lostAt = performance.now();
    this.#post("recovering", device, NOTHING);
    try {
      device.dispose();
    } catch {
      // A dead context may refuse to be tidied; nothing of it is used again.
    }
  }

  #post(state: EngineStatus["state"], device: Device, memory: DeviceMemory): void {
    const { tier, renderer, precision } = device;
    const notice = this.#notice === undefined ? {} : { notice: this.#notice };
    const all = sum(memory, this.besides());
    const status = { tier, renderer, precision, memory: all, epoch: this.#epoch, state, ...notice };
    this.post({ kind: "status", status });
  }
}

function sum(a: DeviceMemory, b: DeviceMemory): DeviceMemory {
  return { tensors: a.tensors + b.tensors, bytes: a.bytes + b.bytes };
}
