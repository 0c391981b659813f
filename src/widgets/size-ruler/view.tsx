// First: the parts refine these rules.
import "./size-ruler.css";
import { outputSize } from "../../core/conv/geometry";
import { Button } from "../../ui/button";
import { Message } from "../../ui/message";
import { Select } from "../../ui/select";
import { ScanControls } from "../../viz/scan/scan-controls";
import { PredictionGate } from "../../widget-kit/prediction/prediction-gate";
import { ReadMap } from "./parts/read-map";
import { Reads } from "./parts/reads";
import { Ruler } from "./parts/ruler";
import { RulerOptions } from "./parts/ruler-options";
import type { RulerProps } from "./parts/ruler-props";
import { choosePreset, presetOf, presets } from "./presets";
import { largestKernel } from "./schema";
import { windowCells } from "./words";

const puzzle = "10-3-0-0-2-1";

/** A ruler of cells, a window on it, the formula with its numbers, and who reads what. */
export function View({ id, state, set, model, pinned }: RulerProps) {
  const { outputs, work, verdict, facts } = model;
  const fits = outputs !== null;
  return (
    <div className="sr">
      <Select
        label="Setting"
        value={presetOf(state)}
        options={presets.map(({ id: value, label, group }) => ({ value, label, group }))}
        unlisted="Your own numbers"
        disabled={(["input", "kernel", "before", "after", "stride", "dilation"] as const).some(
          (field) => pinned.has(field),
        )}
        reason="Fixed in this figure."
        onChange={(chosen) => set(choosePreset(chosen))}
      />
      <div className="sr-stage">
        <Ruler model={model} set={set} />
        {fits && (
          <ScanControls
            label="Move the window"
            step={state.at}
            steps={outputs}
            speed={state.speed}
            speeds={[1, 2, 4, 16]}
            onStep={(at) => set({ at })}
            onSpeed={(speed) => set({ speed: speed as typeof state.speed })}
            describeStep={(at) => `window ${at + 1} of ${outputs}: ${windowCells(state, at)}`}
          />
        )}
      </div>
      <div className="sr-result" data-fits={fits || undefined}>
        <p className="sr-verdict">{verdict}</p>
        <div className="sr-work" aria-label="The formula with these numbers" role="group">
          {work.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <Message kind="note">
        {fits ? null : (
          <span className="sr-fix">
            The largest kernel that fits is {largestKernel(state)}; {-model.room} more{" "}
            {model.room === -1 ? "cell" : "cells"} of padding would do as well.
            <Button
              onPress={() => set({ kernel: largestKernel(state) })}
              disabled={pinned.has("kernel")}
            >
              Use kernel {largestKernel(state)}
            </Button>
          </span>
        )}
      </Message>
      <RulerOptions state={state} set={set} pinned={pinned} />
      {fits && (
        <div className="sr-counts">
          <div className="sr-counted">
            <Reads model={model} set={set} />
            <dl className="sr-facts">
              {facts.map(({ name, value, work: how }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <strong>{value}</strong> <span>{how}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
          <ReadMap model={model} />
        </div>
      )}
      <PredictionGate
        id={`${id}-stride`}
        question="10 cells, a window of 3, no padding, stride 2. At how many places does the window fit?"
        form={{ kind: "number", label: "Places", min: 0, max: 20, step: 1, start: 5 }}
        truth={String(outputSize(10, 3, { stride: 2 }))}
      >
        <p className="sr-sentence">
          Half a place does not exist, so the division is rounded down, and one cell is left over.
        </p>
        <Button onPress={() => set(choosePreset(puzzle))}>Lay it on the ruler</Button>
      </PredictionGate>
    </div>
  );
}
