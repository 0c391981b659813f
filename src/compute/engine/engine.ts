import { ReceptiveError } from "../../core/errors";
import type { DeviceSource } from "../device/choose";
import type { Device } from "../device/device";
import { DeviceLostError, InternalError } from "../errors";
import { checkRequest } from "../jobs/check";
import { isTraining } from "../jobs/is-training";
import type { PlanOf } from "../jobs/plan";
import type { TrainingRequest } from "../training";
import type { DeviceRequest, Result, Tensor, Tier } from "../types";
import type { FromEngine, Post, ToEngine } from "../worker/protocol";
import { unpackRequest, type WireRequest } from "../worker/request-tensors";
import { closePictures, transferablesOf } from "../worker/result-buffers";
import { createTurns } from "../worker/turns";
import { packError } from "../worker/wire-error";
import { createAttempt, type Effort } from "./effort";
import { DeviceKeeper } from "./keeper";
import { isLight } from "./light";
import { ANSWER_LIMIT, LOSS_LIMIT, STAND_IN_AFTER } from "./limits";
import { createTrainingDesk } from "./training-desk";
import { within, type Outcome } from "./within";

/** An error without a class may be a dying device's last word; the loss is heard by then. */
const LOSS_NOTICE = 100;

const TOO_LONG = "the graphics processor stopped answering and did not come back in time";

export interface Engine {
  receive(message: ToEngine): void;
}

interface Answer {
  readonly result: Result;
  readonly milliseconds: number;
  readonly tier: Tier;
  readonly epoch: number;
}

/**
 * The engine: one device at work, kept alive. Lives in a worker or in the page's own thread and is
 * spoken to in messages only. When the device is lost another is made and the request under way is
 * done afresh on it; what a dead device answers is never passed on.
 */
export function createEngine(source: DeviceSource, post: Post<FromEngine>): Engine {
  const turn = createTurns();
  const training = createTrainingDesk(turn);
  /** Plain loops, for when the serving device cannot. */
  let spare: Promise<Device> | null = null;
  const plainLoops = () => (spare ??= source.makers.cpu());
  const keeper = new DeviceKeeper(source, post, training.memory, plainLoops);
  const tensors = new Map<number, Tensor>();
  const running = new Map<number, AbortController>();
  let asked: Tier | "auto" = "auto";

  function tensorOf(ref: number): Tensor {
    const tensor = tensors.get(ref);
    if (!tensor) throw new InternalError(`tensor ${ref} was never sent`);
    return tensor;
  }

  async function answer(id: number, wire: WireRequest): Promise<void> {
    post({ kind: "started", id });
    const calledOff = new AbortController();
    running.set(id, calledOff);
    const { signal } = calledOff;
    try {
      const effort = {
        signal,
        alive: (part?: Result) => post({ kind: "working", id, ...(part && { part }) }),
      };
      const request = unpackRequest(wire, tensorOf);
      const done = isTraining(request)
        ? await train(request, effort)
        : await serve(request, effort);
      post({ kind: "done", id, ...done }, transferablesOf(done.result));
      keeper.report();
    } catch (error) {
      post({ kind: "failed", id, error: packError(error) });
    } finally {
      running.delete(id);
    }
  }

  /** Does a request about training beside the device, whatever becomes of that. */
  async function train(request: TrainingRequest, effort: Effort): Promise<Answer> {
    const trained = await training.serve(request, asked, effort);
    return { ...trained, epoch: keeper.epoch };
  }

  /**
   * Does a request on whatever device serves, again if that device dies under it; on plain loops when
   * none comes back in time and the work is light.
   */
  async function serve(request: DeviceRequest, effort: Effort): Promise<Answer> {
    const plan = await Promise.resolve(checkRequest(request));
    const light = isLight(request);
    let deadline = keeper.device ? Infinity : keeper.lostAt + LOSS_LIMIT;
    for (;;) {
      const until = light ? Math.min(deadline, keeper.lostAt + STAND_IN_AFTER) : deadline;
      const patience = keeper.device ? Infinity : until - performance.now();
      const serving = await within(keeper.serving, patience);
      const { epoch } = keeper;
      if (serving.kind !== "value") {
        if (light) return { ...(await onPlainLoops(request, plan, effort)), epoch };
        throw new DeviceLostError(TOO_LONG);
      }
      const device = serving.value;
      const start = performance.now();
      const limit = canHang(device.tier) ? Math.min(ANSWER_LIMIT, deadline - start) : Infinity;
      const outcome = await attempt(device, request, plan, limit, effort);
      const milliseconds = performance.now() - start;
      if (outcome.kind === "value" && keeper.device === device)
        return { result: outcome.value, milliseconds, tier: device.tier, epoch };
      if (outcome.kind === "value") closePictures(outcome.value);
      effort.signal.throwIfAborted();
      if (outcome.kind === "error" && !(await isLoss(outcome.error, device))) {
        // A refusal by name stands; anything else is a fault of one op, which plain loops may lack.
        if (outcome.error instanceof ReceptiveError || device.tier === "cpu") throw outcome.error;
        return { ...(await onPlainLoops(request, plan, effort)), epoch };
      }
      keeper.lose(device);
      const since = outcome.kind === "late" ? start : keeper.lostAt;
      deadline = Math.min(deadline, since + LOSS_LIMIT);
    }
  }

  function attempt(
    device: Device,
    request: DeviceRequest,
    plan: PlanOf<DeviceRequest>,
    limit: number,
    effort: Effort,
  ): Promise<Outcome<Result>> {
    const { breathe, signs, end } = createAttempt(effort, turn);
    const work = new Promise<Result>((resolve, reject) => {
      const forget = keeper.onLoss(() => reject(new DeviceLostError("the device was lost")));
      device.run(request, plan, breathe).finally(forget).then(resolve, reject);
    });
    return within(work, limit, signs).finally(end);
  }

  async function isLoss(error: unknown, device: Device): Promise<boolean> {
    if (error instanceof DeviceLostError || keeper.device !== device) return true;
    if (error instanceof ReceptiveError) return false;
    return (await within(device.lost, LOSS_NOTICE)).kind === "value";
  }

  async function onPlainLoops(request: DeviceRequest, plan: PlanOf<DeviceRequest>, effort: Effort) {
    const device = await plainLoops();
    const start = performance.now();
    const { breathe } = createAttempt(effort, turn);
    const result: Result = await device.run(request, plan, breathe);
    return { result, milliseconds: performance.now() - start, tier: device.tier };
  }

  async function keep(how: "hold" | "release", tensor: Tensor, epoch: number): Promise<void> {
    const device = keeper.device ?? (await keeper.serving);
    if (epoch !== keeper.epoch || keeper.device !== device) return;
    device[how](tensor);
    keeper.report();
  }

  return {
    receive(message) {
      switch (message.kind) {
        case "open":
          asked = message.tier;
          return void keeper.open(message.tier, message.epoch, message.verdict);
        case "switch":
          asked = message.tier;
          return void keeper.switch(message.tier);
        case "tensor":
          return void tensors.set(message.id, message.tensor);
        case "drop":
          return void tensors.delete(message.id);
        case "hold":
        case "release":
          return void keep(message.kind, tensorOf(message.id), message.epoch);
        case "run":
          return void answer(message.id, message.request);
        case "cancel":
          return running.get(message.id)?.abort();
        case "dispose":
          tensors.clear();
          training.clear();
          return post({ kind: "disposed", memory: keeper.dispose() });
        case "fault":
          return;
      }
    },
  };
}

/** A graphics processor answers when it likes; loops on this thread are done when they return. */
function canHang(tier: Tier): boolean {
  return tier.startsWith("webgl");
}
