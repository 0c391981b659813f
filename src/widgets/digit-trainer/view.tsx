// First: the parts refine these rules.
import "./digit-trainer.css";
import { useCallback, useRef } from "react";
import { Choice } from "../../ui/choice";
import { Disclosure } from "../../ui/disclosure";
import { Message } from "../../ui/message";
import { Select } from "../../ui/select";
import { PredictionGate } from "../../widget-kit/prediction/prediction-gate";
import { BatchPanel } from "./parts/batch-panel";
import { Charts } from "./parts/charts";
import { DrawPanel } from "./parts/draw-panel";
import { KernelsPanel } from "./parts/kernels-panel";
import { LearningSettings } from "./parts/learning-settings";
import { MapsPanel } from "./parts/maps-panel";
import { MistakesPanel } from "./parts/mistakes-panel";
import { NetworkEditor } from "./parts/network-editor";
import { Overview } from "./parts/overview";
import { OwnFiles } from "./parts/own-files";
import { SavePictures } from "./parts/save-pictures";
import { StartSettings } from "./parts/start-settings";
import { Tiles } from "./parts/tiles";
import { Toolbar } from "./parts/toolbar";
import type { PartProps, TrainerProps } from "./parts/trainer-props";
import { useRun } from "./parts/use-run";
import { trainDataOf } from "./plan";
import { choosePreset, presetOf, presets } from "./presets";
import type { DigitTrainerState, Look } from "./state";
import { percent } from "./verdict";

const looks: readonly { value: Look; label: string; title: string }[] = [
  { value: "curves", label: "Overview", title: "Pictures, answers and first kernels" },
  { value: "kernels", label: "Kernels", title: "Before and after, gradients and updates" },
  { value: "maps", label: "Feature maps", title: "A picture on its way through the network" },
  { value: "mistakes", label: "Mistakes", title: "What is taken for what" },
  { value: "batch", label: "The batch", title: "The pictures of the last iteration" },
  { value: "draw", label: "Draw", title: "Your own digit" },
];

/** The trainer: a run with its curves, and six ways to look at the network that learns. */
export function View(props: TrainerProps) {
  const { id, state, set, model, assets, setAssets } = props;
  const { pinned: held } = props;
  const figure = useRef<HTMLDivElement>(null);
  const training = useRun(props, figure);
  const pinned = useCallback((field: keyof DigitTrainerState) => held.has(field), [held]);
  const settings = { state, set, pinned };
  const part: PartProps = { model, set, pinned, training };
  const { session, progress } = model;
  const judged = session && progress.phase === "paused" ? session.marks.at(-1) : undefined;
  const begun = progress.step > 0;
  const share = begun ? judged?.accuracy["validation"] : undefined;
  // What dice say is no secret; what comes of the run waits for the prediction.
  const results = (
    <div className="dt-results">
      <Tiles tiles={model.tiles} />
      <p className="dt-verdict">{model.verdict}</p>
      <Charts charts={model.charts} curve={state.curve} set={set} disabled={held.has("curve")} />
    </div>
  );

  return (
    <div ref={figure} className="dt">
      <Select
        label="Try"
        value={presetOf(state)}
        options={presets.map(({ id: value, label, group }) => ({ value, label, group }))}
        unlisted="Settings of your own"
        onChange={(preset) => set(choosePreset(preset))}
      />
      <Message kind="note">{model.note}</Message>
      <Toolbar {...part} />
      <LearningSettings {...settings} />
      <PredictionGate
        toldInWords={begun}
        id={`${id}-right`}
        question="Before you press Run: what share of new pictures will it read right when the run rests?"
        form={{ kind: "number", label: "Per cent", min: 0, max: 100, step: 1, start: 50 }}
        truth={share === undefined ? null : percent(share)}
      >
        {begun && results}
      </PredictionGate>
      {!begun && results}
      <Choice
        label="Look at"
        value={state.look}
        options={looks}
        onChange={(look) => set({ look })}
        disabled={pinned("look")}
      />
      {state.look === "curves" && <Overview {...part} />}
      {state.look === "kernels" && <KernelsPanel {...part} />}
      {state.look === "maps" && <MapsPanel {...part} />}
      {state.look === "mistakes" && <MistakesPanel {...part} />}
      {state.look === "batch" && <BatchPanel {...part} />}
      {state.look === "draw" && <DrawPanel {...part} />}
      <Disclosure summary="Pictures, batch and first weights">
        <StartSettings
          {...settings}
          stepsPerEpoch={progress.stepsPerEpoch}
          hasOwn={assets.digits !== undefined}
        />
        <OwnFiles own={assets.digits} onOwn={(digits) => setAssets({ ...assets, digits })} />
        <SavePictures engine={props.engine} data={trainDataOf(state, assets.digits)} />
      </Disclosure>
      <Disclosure
        summary={`The network: ${model.facts[0]!.value} parameters, ${model.facts[1]!.value} products a picture`}
      >
        <NetworkEditor
          {...settings}
          begun={session !== null}
          classes={model.classes}
          layers={model.layers}
          facts={model.facts}
        />
      </Disclosure>
    </div>
  );
}
