import { DeviceLostError, DisposedError, SupersededError } from "../errors";
import { checkRequest } from "../jobs/check";
import { isTraining } from "../jobs/is-training";
import { createLeases } from "../lease/leases";
import { createScheduler, type Task } from "../scheduler/scheduler";
import type {
  Compute,
  ComputeOptions,
  ComputeStatus,
  Request,
  ResultOf,
  RunOptions,
  Tensor,
  Timed,
} from "../types";
import { Call } from "./call";
import type { Connection } from "./connection";
import { LOSS_LIMIT } from "./limits";
import { createQuestions } from "./questions";
import { Session, type Places } from "./session";
import { within } from "./within";

const TOO_LONG = "the engine stopped answering and did not come back in time";

/**
 * The page's side of the engine: refuses what cannot be done, keeps order among requests, puts one
 * at a time to the engine, and puts it again when the engine dies. Whoever opens it disposes it.
 *
 * @throws {UnsupportedOpError} the tier that was asked for cannot be had.
 */
export async function openClient(
  places: Places,
  { tier, onStatus }: ComputeOptions = {},
): Promise<Compute> {
  const questions = createQuestions();
  const scheduler = createScheduler();
  /** Training works in small bites beside the device, so that a slider stays alive meanwhile. */
  const background = createScheduler();
  const calls = new Set<Call>();
  const session = new Session(places, {
    answered: (message) => questions.hear(message),
    changed: (status) => onStatus?.(status),
    died: () => questions.lose(),
  });
  const leases = createLeases(() => status().epoch, unhold);
  let switching: Promise<void> = Promise.resolve();
  let disposing: Promise<void> | null = null;

  function status(): ComputeStatus {
    return session.status!;
  }

  function requireLife(): void {
    if (disposing) throw new DisposedError("this engine was disposed");
  }

  async function serve(call: Call, onPart: RunOptions["onPart"]): Promise<void> {
    let deadline = session.current ? Infinity : session.diedAt + LOSS_LIMIT;
    while (!call.settled) {
      const reached = await within(session.reach(), deadline - performance.now());
      if (reached.kind !== "value") return call.reject(new DeviceLostError(TOO_LONG));
      const asked = performance.now();
      const reply = await questions.ask(reached.value, call.request, call.promise, (part) => {
        const { tier, epoch } = status();
        const milliseconds = performance.now() - asked;
        if (!call.settled) onPart?.({ ...part, milliseconds, tier, epoch });
      });
      if (reply.kind === "done") return call.resolve(reply.result);
      if (reply.kind === "failed") return call.reject(reply.error);
      session.kill(reached.value);
      if (reply.kind === "silent") return call.reject(new DeviceLostError(TOO_LONG));
      const since = reply.kind === "deaf" ? asked : session.diedAt;
      deadline = Math.min(deadline, since + LOSS_LIMIT);
    }
  }

  async function run<R extends Request>(
    request: R,
    { signal, priority = 0, lane, onPart }: RunOptions = {},
  ): Promise<ResultOf<R> & Timed> {
    requireLife();
    const checking = checkRequest(request);
    if (checking instanceof Promise) {
      await checking;
      requireLife();
    }
    signal?.throwIfAborted();
    const queue = isTraining(request) ? background : scheduler;
    const call = new Call(request, () => {
      calls.delete(call);
      signal?.removeEventListener("abort", abort);
    });
    const task: Task = {
      priority,
      ...(lane === undefined ? {} : { lane }),
      run: () => serve(call, onPart).catch((error: unknown) => call.reject(error)),
      superseded: () => call.reject(new SupersededError("a newer request took its place")),
    };
    function abort(): void {
      queue.remove(task);
      call.reject(signal?.reason);
    }
    signal?.addEventListener("abort", abort);
    calls.add(call);
    queue.add(task);
    return call.promise as Promise<Timed> as Promise<ResultOf<R> & Timed>;
  }

  function keep(how: "hold" | "release", tensor: Tensor, epoch: number): void {
    const tell = (connection: Connection) => {
      if (status().epoch !== epoch) return;
      const ids = questions.tensorsOf(connection);
      if (how === "hold") connection.link.post({ kind: how, id: ids.hold(tensor), epoch });
      else ids.unhold(tensor, (id) => connection.link.post({ kind: how, id, epoch }));
    };
    if (session.current) tell(session.current);
    else session.reach().then(tell, () => {});
  }

  function unhold(tensor: Tensor, epoch: number): void {
    if (!disposing) keep("release", tensor, epoch);
  }

  async function change(tierWanted: Parameters<Compute["switchTier"]>[0]): Promise<void> {
    requireLife();
    await scheduler.pause();
    try {
      requireLife();
      await session.switch(tierWanted);
    } finally {
      scheduler.resume();
    }
  }

  async function dispose(): Promise<void> {
    scheduler.clear();
    background.clear();
    for (const call of calls) call.reject(new DisposedError("this engine was disposed"));
    await session.dispose();
  }

  await session.start(tier ?? "auto");
  return {
    run,
    hold(tensor) {
      requireLife();
      const { epoch } = status();
      keep("hold", tensor, epoch);
      return leases.create(tensor, epoch);
    },
    status,
    switchTier(wanted) {
      switching = switching.catch(() => {}).then(() => change(wanted));
      return switching;
    },
    dispose: () => (disposing ??= dispose()),
  };
}
