import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from "react";
import type { Request } from "../compute/types";
import type { Computed } from "./define-widget";
import type { EngineSource } from "./engine-source";
import { createComputation, type Answer, type Computation } from "./computed/computation";
import { useOnScreen } from "./computed/use-on-screen";

export interface UseComputedOptions {
  readonly engine: EngineSource;
  /** The widget's id on this page. */
  readonly id: string;
  /** The widget's element: off screen it asks for nothing, inside `[data-projector]` it goes first. */
  readonly frame: RefObject<Element | null>;
  /** A newer question calls off one that the engine has begun. */
  readonly impatient?: boolean | undefined;
}

export interface UsedComputed {
  readonly computed: Computed<Answer>;
  readonly retry: () => void;
}

const idle: Computed<Answer> = { status: "idle", result: null };

/** The engine's answer to a request. Memoize the request: a new object is compared, not sent. */
export function useComputed(request: Request | null, options: UseComputedOptions): UsedComputed {
  const { engine, id, frame, impatient } = options;
  const [computation, setComputation] = useState<Computation | null>(null);
  const onScreen = useOnScreen(frame);

  // Made in an effect, so that each mount has its own and leaves nothing.
  useLayoutEffect(() => {
    const own = createComputation(engine, id, impatient);
    setComputation(own);
    return () => {
      own.dispose();
      setComputation(null);
    };
  }, [engine, id, impatient]);

  // Pictures may go blank with the device that drew them: another device is asked again.
  const epoch = useSyncExternalStore(engine.subscribe, () => servingEpoch(engine), noEpoch);

  useEffect(() => {
    if (!computation || !onScreen) return;
    computation.ask(request, frame.current?.closest("[data-projector]") ? 1 : 0);
  }, [computation, onScreen, request, frame, epoch]);

  const computed = useSyncExternalStore(
    computation?.subscribe ?? never,
    computation?.current ?? (() => idle),
    () => idle,
  );

  // After the views' own layout effects, which draw: what they drew before may be closed now.
  useLayoutEffect(() => computation?.shown(computed.result), [computation, computed.result]);

  return { computed, retry: computation?.retry ?? nothing };
}

function servingEpoch(engine: EngineSource): number | null {
  const status = engine.status();
  return status?.state === "ready" ? status.epoch : null;
}

const noEpoch = () => null;
const never = () => nothing;
const nothing = () => {};
