import { useState, useSyncExternalStore } from "react";
import type { Tier, Timed } from "../../compute/types";
import { formatNumber } from "../../core/format/number";
import { Message } from "../../ui/message";
import { Select } from "../../ui/select";
import type { EngineSource } from "../engine-source";
import { useOpened } from "./use-opened";

const names: Readonly<Record<Tier, string>> = {
  "webgl-f32": "WebGL",
  "webgl-f16": "WebGL, half precision",
  wasm: "WASM",
  cpu: "the book’s own loops",
};

const choices = [
  { value: "auto", label: "automatic: fastest here" },
  { value: "webgl-f32", label: "WebGL: graphics processor" },
  { value: "webgl-f16", label: "WebGL, half precision: coarser" },
  { value: "wasm", label: "WASM: any processor" },
  { value: "cpu", label: "the book’s own loops: without tfjs" },
] as const;

export interface TierBadgeProps {
  /** Whether the figure asks the engine at all; else its numbers are made on the page. */
  readonly asks: boolean;
  readonly answer: Timed | null;
  readonly engine: EngineSource;
}

/** Where the numbers on screen were made, and how long it took; opens to have them made elsewhere. */
export function TierBadge({ asks, answer, engine }: TierBadgeProps) {
  const status = useSyncExternalStore(engine.subscribe, engine.status, () => null);
  const [opened, details] = useOpened();
  if (!asks && !answer) return <p className="kit-badge">Worked out on this page</p>;
  if (!status && !answer) return <p className="kit-badge">Computed when this page was made</p>;
  return (
    <details className="kit-badge" {...details}>
      <summary>
        {answer
          ? `Computed on this machine: ${names[answer.tier]} · ${spent(answer.milliseconds)}`
          : "Computed when this page was made"}
        {status?.notice && <span className="kit-notice">{status.notice}</span>}
      </summary>
      {opened && <TierChoice engine={engine} />}
    </details>
  );
}

function TierChoice({ engine }: { readonly engine: EngineSource }) {
  const asked = useSyncExternalStore(engine.subscribe, engine.asked);
  const [wanted, setWanted] = useState<Tier | "auto" | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  function switchTo(tier: Tier | "auto") {
    setWanted(tier);
    setTrouble(null);
    engine
      .switchTier(tier)
      .catch((error: unknown) => setTrouble(`${(error as Error).message} All stays as it was.`))
      .finally(() => setWanted(null));
  }

  return (
    <>
      <Select label="Compute on" value={wanted ?? asked} options={choices} onChange={switchTo} />
      <Message kind="error">{trouble}</Message>
    </>
  );
}

function spent(milliseconds: number): string {
  return milliseconds < 1
    ? "under 1\u00a0ms"
    : `${formatNumber(Number(milliseconds.toPrecision(2)))}\u00a0ms`;
}
