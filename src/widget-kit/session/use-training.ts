import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { useOnScreen } from "../computed/use-on-screen";
import type { EngineSource } from "../engine-source";
import type { TrainingData, TrainingPlan, TrainingSettings, TrainingWatch } from "./training-data";
import { createTrainingSession, type TrainingSession } from "./training-session";

export interface UseTrainingOptions {
  readonly engine: EngineSource;
  readonly session: TrainingData | null;
  readonly setSession: (session: TrainingData | null) => void;
  /** The widget's element: out of sight nothing goes on. */
  readonly frame: RefObject<Element | null>;
  /** Memoize these: a new object is compared, and only what differs counts. */
  readonly plan: TrainingPlan;
  readonly settings: TrainingSettings;
  readonly watch: TrainingWatch;
}

/** A widget's training run, from its mount to its end; `null` before it can be asked. */
export function useTraining(options: UseTrainingOptions): TrainingSession | null {
  const { engine, session, setSession, frame, plan, settings, watch } = options;
  const [training, setTraining] = useState<TrainingSession | null>(null);
  const onScreen = useOnScreen(frame);
  const shown = useShown();
  const told = useRef<TrainingData | null>(null);

  // Made in an effect, so that each mount has its own and leaves nothing.
  useLayoutEffect(() => {
    const own = createTrainingSession(engine, (data) => {
      told.current = data;
      setSession(data);
    });
    setTraining(own);
    return () => {
      own.dispose();
      setTraining(null);
    };
  }, [engine, setSession]);

  useLayoutEffect(() => training?.settings(settings), [training, settings]);
  useLayoutEffect(() => training?.plan(plan), [training, plan]);
  useLayoutEffect(() => training?.watch(watch), [training, watch]);
  useEffect(() => training?.inSight(onScreen && shown), [training, onScreen, shown]);

  // The figure was reset around it.
  useEffect(() => {
    if (session !== null || told.current === null) return;
    told.current = null;
    training?.restart();
  }, [training, session]);

  return training;
}

/** Whether the page's tab is the one in front. */
function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const look = () => setShown(document.visibilityState !== "hidden");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return shown;
}
