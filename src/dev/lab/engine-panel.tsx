import { useState, useSyncExternalStore } from "react";
import type { Tier } from "../../compute/types";
import { Choice } from "../../ui/choice";
import { Message } from "../../ui/message";
import type { EngineSource } from "../../widget-kit/engine-source";

const TIERS = [
  { value: "auto", label: "Auto" },
  { value: "webgl-f32", label: "WebGL 32" },
  { value: "webgl-f16", label: "WebGL 16" },
  { value: "wasm", label: "WASM" },
  { value: "cpu", label: "CPU" },
] as const;

/** How the engine stands, and on which tier it should. */
export function EnginePanel({ engine }: { engine: EngineSource }) {
  const status = useSyncExternalStore(engine.subscribe, engine.status, () => null);
  const [asked, setAsked] = useState<Tier | "auto">("auto");
  const [trouble, setTrouble] = useState<string | null>(null);

  async function switchTo(tier: Tier | "auto"): Promise<void> {
    setAsked(tier);
    setTrouble(null);
    try {
      const compute = await engine.compute();
      await compute.switchTier(tier);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  }

  const rows = status && {
    Tier: `${status.tier}, ${status.precision}`,
    Renderer: status.renderer || "none",
    Thread: status.worker ? "worker" : "page",
    Tensors: String(status.memory.tensors),
    Bytes: status.memory.bytes.toLocaleString("en"),
    Epoch: String(status.epoch),
    State: status.state,
  };
  return (
    <section className="lab-engine" aria-label="Engine">
      <Choice label="Tier" value={asked} options={TIERS} onChange={(tier) => void switchTo(tier)} />
      <Message kind="error">{trouble}</Message>
      <dl className="lab-status">
        {Object.entries(rows ?? { Engine: "not started: no figure has asked for it" }).map(
          ([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {status?.notice && <p>{status.notice}</p>}
    </section>
  );
}
