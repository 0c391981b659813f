import { useEffect, useRef, useState } from "react";
import type { Tensor } from "../../core/tensor";
import { createCamera } from "./camera";
import type { Camera } from "./camera";
import type { CameraState } from "./camera-message";

export interface CameraControl {
  readonly state: CameraState;
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * A camera that belongs to a component: off at first, turned off when the component goes or the
 * page is hidden, and never turned on again by itself.
 */
export function useCamera(onFrame: (frame: Tensor) => void | Promise<unknown>): CameraControl {
  const [state, setState] = useState<CameraState>("idle");
  const camera = useRef<Camera | null>(null);
  const newest = useRef(onFrame);
  useEffect(() => {
    newest.current = onFrame;
  });

  useEffect(() => {
    const own = createCamera({ onState: setState, onFrame: (frame) => newest.current(frame) });
    camera.current = own;
    const hide = () => document.visibilityState === "hidden" && own.stop();
    document.addEventListener("visibilitychange", hide);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      own.dispose();
      camera.current = null;
    };
  }, []);

  return {
    state,
    start: () => void camera.current?.start(),
    stop: () => camera.current?.stop(),
  };
}
