import type { ReactNode } from "react";
import { SCENE_SIDE } from "../../../core/detection/scene";

/** Marks laid over a map, in pixels of the scene; the map below keeps the pointer. */
export function Marks({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="od-marks" viewBox={`0 0 ${SCENE_SIDE} ${SCENE_SIDE}`} aria-hidden="true">
      {children}
    </svg>
  );
}
