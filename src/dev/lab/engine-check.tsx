import { useState } from "react";
import { Button } from "../../ui/button";
import { Message } from "../../ui/message";
import type { EngineSource } from "../../widget-kit/engine-source";
import { checkJobs, type Checked } from "./checked-jobs";

type State = "idle" | "busy" | { readonly trouble: string } | readonly Checked[];

/** Compares what the tier at work makes of one layer with core's own loops. */
export function EngineCheck({ engine }: { engine: EngineSource }) {
  const [state, setState] = useState<State>("idle");

  async function check(): Promise<void> {
    setState("busy");
    try {
      setState(await checkJobs(await engine.compute()));
    } catch (error) {
      setState({ trouble: error instanceof Error ? error.message : String(error) });
    }
  }

  const busy = state === "busy";
  return (
    <section className="lab-check" aria-label="Check">
      <Button onPress={() => void check()} disabled={busy}>
        Compare with core
      </Button>
      <Message kind="error">
        {typeof state === "object" && "trouble" in state ? state.trouble : null}
      </Message>
      {Array.isArray(state) && (
        <table>
          <caption>Two pictures, two groups, a kernel of 4×3, all settings uneven</caption>
          <thead>
            <tr>
              <th scope="col">Job</th>
              <th scope="col">Milliseconds</th>
              <th scope="col">Farthest off, of the largest</th>
            </tr>
          </thead>
          <tbody>
            {(state as readonly Checked[]).map(({ name, milliseconds, off }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{milliseconds.toFixed(1)}</td>
                <td>{off === 0 ? "0" : off.toExponential(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
