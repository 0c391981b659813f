import { Button } from "../../../ui/button";
import { Message } from "../../../ui/message";
import { Slider } from "../../../ui/slider";
import { formatInteger } from "../../../core/format/number";
import type { PartProps } from "./trainer-props";
import { progressText, timeText } from "./progress-text";

/** Run, pause, one step, one epoch, and back to any recorded step. */
export function Toolbar({ model, training }: PartProps) {
  const { progress } = model;
  const { phase, step, goal, runsTo, stepsPerEpoch, recorded, best } = progress;
  const { epochs } = model.state;
  const busy = phase === "running" || phase === "opening" || phase === "away";
  const off = training === null;
  const share = goal > 0 ? step / goal : 0;
  return (
    <section className="dt-run" aria-label="The run">
      <div className="dt-buttons">
        {busy ? (
          <Button kind="primary" onPress={() => training?.pause()} disabled={off}>
            Pause
          </Button>
        ) : (
          <Button kind="primary" onPress={() => training?.runTo(runsTo)} disabled={off}>
            {step === 0
              ? `Run ${formatInteger(epochs)} ${epochs === 1 ? "epoch" : "epochs"}`
              : `Run to epoch ${formatInteger(runsTo / stepsPerEpoch)}`}
          </Button>
        )}
        <Button onPress={() => training?.runTo(step + 1)} disabled={off || busy}>
          One step
        </Button>
        <Button
          onPress={() => training?.runTo((Math.floor(step / stepsPerEpoch) + 1) * stepsPerEpoch)}
          disabled={off || busy}
        >
          To the end of the epoch
        </Button>
        <Button
          kind="quiet"
          onPress={() => training?.restart()}
          disabled={off || (recorded.length === 0 && phase === "ready")}
        >
          Start over
        </Button>
      </div>
      <div className="dt-progress">
        <progress
          className="dt-bar"
          max={1}
          value={phase === "opening" ? undefined : share}
          aria-label="Steps of this run"
        />
        <p className="dt-place">
          {progressText(progress)} <span className="dt-quiet">{timeText(progress)}</span>
        </p>
      </div>
      {recorded.length > 1 && (
        <div className="dt-rewind">
          <Slider
            label="Go back to step"
            value={nearest(recorded, step)}
            min={0}
            max={recorded.length - 1}
            step={1}
            format={(at) => formatInteger(recorded[at] ?? 0)}
            onChange={(at) => training?.rewind(recorded[at] ?? 0)}
            disabled={busy}
            reason="Pause first."
            hint="The steps after it are forgotten; taken again, they are the same."
          />
          {best !== null && best < step && !busy && (
            <Button onPress={() => training?.rewind(best)}>
              To the lowest loss on new pictures, step {formatInteger(best)}
            </Button>
          )}
        </div>
      )}
      <Message kind="error">
        {progress.error && (
          <>
            {progress.error} <Button onPress={() => training?.retry()}>Try again</Button>
          </>
        )}
      </Message>
      <Message kind="note">
        {progress.restarts > 0
          ? "The engine was lost and the run went on from its last snapshot; no step is lost or counted twice."
          : null}
      </Message>
    </section>
  );
}

function nearest(recorded: readonly number[], step: number): number {
  const after = recorded.findIndex((one) => one >= step);
  return after < 0 ? recorded.length - 1 : after;
}
