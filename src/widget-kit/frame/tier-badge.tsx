import { useSyncExternalStore } from "react";
import type { Tier, Timed } from "../../compute/types";
import { formatNumber } from "../../core/format/number";
import type { EngineSource } from "../engine-source";

const names: Readonly<Record<Tier, string>> = {
  "webgl-f32": "WebGL",
  "webgl-f16": "WebGL, half precision",
  wasm: "WASM",
  cpu: "plain JavaScript",
};

export interface TierBadgeProps {
  readonly answer: Timed | null;
  readonly engine: EngineSource;
}

/** Where the numbers on screen were made, and how long it took. */
export function TierBadge({ answer, engine }: TierBadgeProps) {
  const status = useSyncExternalStore(engine.subscribe, engine.status, () => null);
  return (
    <p className="kit-badge">
      {answer
        ? `Computed on this machine: ${names[answer.tier]} · ${spent(answer.milliseconds)}`
        : "Computed when this page was made"}
      {status?.notice && <span className="kit-notice">{status.notice}</span>}
    </p>
  );
}

function spent(milliseconds: number): string {
  return milliseconds < 1
    ? "under 1\u00a0ms"
    : `${formatNumber(Number(milliseconds.toPrecision(2)))}\u00a0ms`;
}
