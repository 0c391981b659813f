import { formatInteger, formatNumber } from "../../core/format/number";
import { RangeInput } from "../../ui/range-input";
import { useAhead } from "../../ui/use-ahead";
import { ScanButton } from "./scan-button";
import { useReducedMotion } from "./use-reduced-motion";
import { useScan } from "./use-scan";
import "../../ui/ui.css";
import "./scan-controls.css";

export interface ScanControlsProps {
  /** Where the scan stands, 0 to `steps − 1`. */
  readonly step: number;
  readonly steps: number;
  /** Steps a second. */
  readonly speed: number;
  readonly onStep: (step: number) => void;
  readonly onSpeed: (speed: number) => void;
  /** What a step is called, e.g. "row 3, column 5"; default "position 17 of 64". */
  readonly describeStep?: ((step: number) => string) | undefined;
  /** Name of the group, shown and spoken; default "Scan". */
  readonly label?: string | undefined;
  /** Speeds to choose from, steps a second; default 1, 4, 16, 64. */
  readonly speeds?: readonly number[] | undefined;
}

const usualSpeeds = [1, 4, 16, 64];

/**
 * Steps, plays and scrubs a scan. Never starts by itself; where the reader's system asks for less
 * motion there is no play button, only steps and the slider.
 */
export function ScanControls(props: ScanControlsProps) {
  const { step, steps, speed, onStep, onSpeed, label = "Scan", speeds = usualSpeeds } = props;
  const describeStep =
    props.describeStep ??
    ((at: number) => `position ${formatInteger(at + 1)} of ${formatInteger(steps)}`);
  const scan = useScan({ step, steps, speed, onStep });
  const still = useReducedMotion();
  const ahead = useAhead(step);
  const last = Math.max(steps - 1, 0);

  function stepTo(next: number) {
    scan.pause();
    if (next < 0 || next > last || next === ahead.now()) return;
    onStep(next);
    ahead.give(next);
  }

  return (
    <div className="viz-scan" role="group" aria-label={label}>
      <span className="viz-scan-label" aria-hidden="true">
        {label}
      </span>
      <div className="viz-scan-buttons">
        <ScanButton
          label="Step back"
          icon="back"
          disabled={step <= 0}
          onPress={() => stepTo(ahead.now() - 1)}
        />
        {!still && (
          <ScanButton
            label={scan.playing ? "Pause" : "Play"}
            icon={scan.playing ? "pause" : "play"}
            disabled={steps < 2}
            onPress={scan.playing ? scan.pause : scan.play}
          />
        )}
        <ScanButton
          label="Step forward"
          icon="forward"
          disabled={step >= last}
          onPress={() => stepTo(ahead.now() + 1)}
        />
      </div>
      <RangeInput
        className="viz-scan-slider"
        min={0}
        max={last}
        step={1}
        value={Math.min(step, last)}
        aria-label="Position"
        aria-valuetext={describeStep(step)}
        onValue={stepTo}
      />
      <output className="viz-scan-place" aria-live="off">
        {describeStep(step)}
      </output>
      {!still && (
        <label className="viz-scan-speed">
          Speed{" "}
          <select
            className="ui-input ui-select"
            value={speed}
            onChange={(event) => onSpeed(Number(event.target.value))}
          >
            {[...new Set([...speeds, speed])]
              .sort((a, b) => a - b)
              .map((choice) => (
                <option key={choice} value={choice}>
                  {formatNumber(choice)} a second
                </option>
              ))}
          </select>
        </label>
      )}
    </div>
  );
}
