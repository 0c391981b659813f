import type { TrainSnapshot, TrainingRequest, TrainingResults } from "../../compute/training";
import type { Timed } from "../../compute/types";
import { sameRequest } from "../computed/same-request";
import type { EngineSource } from "../engine-source";
import {
  appended,
  cutAt,
  freshData,
  kept,
  pastOf,
  type TrainingData,
  type TrainingPlan,
  type TrainingSettings,
  type TrainingWatch,
} from "./training-data";

/** A training run that goes on from request to request; one at a time. */
export interface TrainingSession {
  /** The run that is wanted. Another than before lets go of the old one; its curves are kept. */
  plan(plan: TrainingPlan): void;
  /** In force from the next step. */
  settings(settings: TrainingSettings): void;
  watch(watch: TrainingWatch): void;
  /** Goes on to a step, and rests there. */
  runTo(step: number): void;
  pause(): void;
  /** Back to a recorded step. */
  rewind(step: number): void;
  /** Begins the same run anew. */
  restart(): void;
  /** Tries again after a failure. */
  retry(): void;
  /** Out of sight nothing goes on. */
  inSight(inSight: boolean): void;
  /** Stops the run in the engine, and asks nothing more. */
  dispose(): void;
}

/** Milliseconds between two looks at a run that goes on. */
const PACE = 160;
/** Losses of the engine in a row, without a step between them, before it is called a failure. */
const MOST_LOSSES = 3;

type Answer<R extends TrainingRequest> = TrainingResults[R["job"]] & Timed;

/**
 * Keeps one run going in the engine. The numbers depend on plan, settings and steps alone: pausing,
 * looking, losing the engine and going back change none of them.
 *
 * @param onChange is told after every change what has come of it; `null` when all is as at first
 */
export function createTrainingSession(
  engine: EngineSource,
  onChange: (data: TrainingData | null) => void,
): TrainingSession {
  let plan: TrainingPlan | null = null;
  let settings: TrainingSettings | null = null;
  let watch: TrainingWatch = { layers: [], scoreEvery: 100, sets: [], picture: null };
  let data = freshData(null);
  let snapshots: readonly TrainSnapshot[] = [];
  let run: string | null = null;
  let asked = false;
  let stale = false;
  let rewindTo: number | null = null;
  let seen = true;
  let losses = 0;
  let stepsAtOnce = 4;
  let stepTime: number | null = null;
  /** Raised when what is under way is not wanted any more. */
  let era = 0;
  let working = false;
  let disposed = false;

  function tell(change: Partial<TrainingData>) {
    data = { ...data, ...change };
    onChange(data);
  }

  /** Asks the engine; `null` when it has lost the run, which is then opened again. */
  async function ask<R extends TrainingRequest>(request: R): Promise<Answer<R> | null> {
    try {
      const compute = await engine.compute();
      return (await compute.run(request)) as Answer<R>;
    } catch (error) {
      if (codeOf(error) !== "unknown-run" || ++losses > MOST_LOSSES) throw error;
      run = null;
      tell({ restarts: data.restarts + 1 });
      return null;
    }
  }

  function letGo(id: string | null) {
    if (id === null) return;
    // A run that went with its worker needs no stopping.
    void engine
      .compute()
      .then((compute) => compute.run({ job: "trainStop", run: id }).catch(() => {}));
  }

  /** Leaves the run that is: its curves stay to be compared with. */
  function leave(fresh: TrainingData) {
    era++;
    letGo(run);
    run = null;
    asked = false;
    rewindTo = null;
    losses = 0;
    snapshots = [];
    data = fresh;
  }

  async function open(from: TrainSnapshot | null): Promise<void> {
    const mine = era;
    tell({ phase: "opening", error: null });
    // What the snapshot's step was taken under: the engine must see a change as a change.
    const held = from && cutAt(data, from.step).changes.at(-1)?.settings;
    const started = await ask({
      job: "trainStart",
      ...plan!,
      ...(held ?? settings!),
      ...(from && { from }),
    });
    if (!started) return;
    if (mine !== era) return letGo(started.run);
    run = started.run;
    const { snapshot, stepsPerEpoch, milliseconds, tier, epoch } = started;
    const timed = { milliseconds, tier, epoch };
    const at = from ? cutAt(data, from.step) : { ...data, first: snapshot, changes: [] };
    data = { ...at, snapshot, stepsPerEpoch, timed };
    snapshots = kept(snapshots, snapshot);
    stale = true;
    if (!from) await look(true);
  }

  async function advance(): Promise<void> {
    const mine = era;
    const since = performance.now();
    const { step, goal, changes } = data;
    const { scoreEvery } = watch;
    const mark = (Math.floor(step / scoreEvery) + 1) * scoreEvery;
    const end = Math.min(goal, mark, step + stepsAtOnce);
    const now = settings!;
    const taken = await ask({
      job: "trainStep",
      run: run!,
      steps: end - step,
      at: step,
      ...now,
      detail: watch.layers,
    });
    if (!taken || mine !== era) return;
    const spent = performance.now() - since;
    stepsAtOnce = Math.min(Math.max(Math.round((stepsAtOnce * PACE) / spent), 1), 2 * stepsAtOnce);
    losses = 0;
    const changed = changes.length === 0 || !sameRequest(changes.at(-1)!.settings, now);
    data = {
      ...data,
      step: taken.step,
      reports: appended(data.reports, taken.steps),
      detail: taken.detail ?? null,
      changes: changed ? [...changes, { step, settings: now }] : changes,
      timed: { milliseconds: taken.milliseconds, tier: taken.tier, epoch: taken.epoch },
    };
    await look(taken.step === mark || taken.step >= data.goal);
    if (mine !== era) return;
    const each = (performance.now() - since) / (taken.step - step);
    stepTime = stepTime === null ? each : 0.8 * stepTime + 0.2 * each;
  }

  /** Fetches what the page shows of the run as it stands; `judged` by its sets as well. */
  async function look(judged: boolean): Promise<void> {
    const mine = era;
    const { picture, sets } = watch;
    stale = false;
    const resting = data.step >= data.goal;
    const state = await ask({
      job: "trainState",
      run: run!,
      ...(!judged ? { sets: [] } : resting ? {} : { sets }),
      ...(picture && { picture }),
    });
    if (!state || mine !== era) return;
    const { step, scores, snapshot, featureMaps } = state;
    const names = Object.keys(scores);
    const pick = (key: "accuracy" | "loss") =>
      Object.fromEntries(names.map((name) => [name, scores[name]![key]]));
    const mark = { step, accuracy: pick("accuracy"), loss: pick("loss") };
    if (judged) snapshots = kept(snapshots, snapshot);
    const left = stepTime === null ? null : ((data.goal - step) * stepTime) / 1000;
    tell({
      phase: step < data.goal ? "running" : "paused",
      snapshot,
      featureMaps: featureMaps ?? null,
      secondsLeft: left,
      ...(judged && {
        scores,
        scoredAt: step,
        marks: [...data.marks.filter((other) => other.step < step), mark],
      }),
    });
  }

  async function goBack(): Promise<void> {
    const mine = era;
    const step = rewindTo!;
    rewindTo = null;
    try {
      if (!(await ask({ job: "trainRewind", run: run!, step }))) {
        rewindTo = step;
        return;
      }
    } catch (error) {
      // The engine has begun from a later snapshot: an earlier one is kept here.
      if (codeOf(error) !== "request") throw error;
      await replay(step);
      if (run === null) rewindTo = step;
    }
    if (mine !== era || run === null) return;
    data = { ...cutAt(data, step), detail: null, goal: step };
    snapshots = snapshots.filter((snapshot) => snapshot.step <= step);
    await look(true);
  }

  /** The way to an earlier step again, from the last snapshot before it and by the same settings. */
  async function replay(step: number): Promise<void> {
    const mine = era;
    const { changes, reports, marks } = data;
    letGo(run);
    run = null;
    await open(snapshots.findLast((snapshot) => snapshot.step <= step)!);
    for (let at = data.step; at < step && run !== null && mine === era;) {
      const next = changes.find((change) => change.step > at)?.step ?? step;
      const { settings: then } = changes.findLast((change) => change.step <= at)!;
      const end = Math.min(next, step);
      const steps = end - at;
      await ask({ job: "trainStep", run, steps, at, ...then });
      at = end;
    }
    data = { ...data, changes, reports, marks };
  }

  function next(): (() => Promise<void>) | null {
    if (disposed || !plan || !settings || !asked || !seen) return null;
    if (run === null) return () => open(data.snapshot);
    if (rewindTo !== null) return goBack;
    if (data.step < data.goal) return advance;
    return stale ? () => look(true) : null;
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let task = next(); task; task = next()) {
      const mine = era;
      try {
        await task();
      } catch (error) {
        if (mine !== era) continue;
        asked = false;
        tell({ phase: "failed", goal: data.step, error: asError(error) });
      }
    }
    working = false;
    const { phase } = data;
    if (!disposed && (phase === "running" || phase === "opening"))
      tell({ phase: seen ? "paused" : "away" });
  }

  function want(change: Partial<TrainingData>) {
    asked = true;
    losses = 0;
    tell(change);
    void work();
  }

  return {
    plan(wanted) {
      if (plan && sameRequest(plan, wanted)) return;
      const begun = asked || data.snapshot !== null;
      plan = wanted;
      leave(freshData(pastOf(data)));
      if (begun) onChange(data);
    },
    settings(wanted) {
      settings = wanted;
    },
    watch(wanted) {
      const same = sameRequest(watch, wanted);
      watch = wanted;
      if (same || run === null) return;
      stale = true;
      void work();
    },
    runTo: (step) =>
      want({ goal: Math.max(step, data.step), phase: run === null ? "opening" : "running" }),
    pause() {
      if (data.goal > data.step) tell({ goal: data.step });
    },
    rewind(step) {
      if (step === data.step) return;
      rewindTo = step;
      want({ goal: step });
    },
    restart() {
      leave(freshData(null));
      onChange(null);
    },
    retry: () => want({ goal: Math.max(data.goal, data.step), error: null }),
    inSight(inSight) {
      if (seen === inSight) return;
      seen = inSight;
      void work();
    },
    dispose() {
      leave(data);
      disposed = true;
    },
  };
}

/** The stable code of an error of the engine. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
