import { useMemo, useState, type RefObject } from "react";
import { useTraining } from "../../../widget-kit/session/use-training";
import type { TrainingSession } from "../../../widget-kit/session/training-session";
import { convPaths } from "../fit";
import { createPlanner, settingsOf } from "../plan";
import type { TrainerProps } from "./trainer-props";

/** Fewest steps from one judgement to the next. */
const LEAST_BETWEEN = 20;

/** The run that the state describes, going on in the engine. */
export function useRun(
  { engine, session, setSession, state, assets, model }: TrainerProps,
  frame: RefObject<Element | null>,
): TrainingSession | null {
  const own = assets.digits;
  // A plan may hold the reader's pictures, so it is made once.
  const [planner] = useState(createPlanner);
  const plan = planner(state, own);
  const { stepsPerEpoch, goal } = model.progress;
  const settings = useMemo(() => settingsOf(state, own, goal), [state, own, goal]);
  const image = model.samples[state.sample]?.image ?? null;
  const watch = useMemo(
    () => ({
      layers: convPaths(plan.network),
      scoreEvery: Math.max(Math.ceil(stepsPerEpoch / 2), LEAST_BETWEEN),
      sets: Object.keys(plan.validation ?? {}).filter((name) => name !== "ownAll"),
      picture: image,
    }),
    [plan, stepsPerEpoch, image],
  );
  const training = useTraining({ engine, session, setSession, frame, plan, settings, watch });
  return useMemo(
    () =>
      training && {
        ...training,
        runTo(step) {
          training.settings(settingsOf(state, own, step));
          training.runTo(step);
        },
      },
    [training, state, own],
  );
}
